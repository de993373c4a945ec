using Barometre.Application.Rights.Retention;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Rights.Retention;

/// <summary>Facts say when the server received them (<c>recorded_at</c>): the latest of every table that has it.</summary>
internal sealed class LastContact(DatabaseSession session) : ILastContact
{
    private const string Tables = """
        SELECT p.name::text FROM platform.personal_table p JOIN pg_attribute a ON a.attrelid = p.name AND a.attname = 'recorded_at' AND NOT a.attisdropped ORDER BY 1
        """;

    public async Task<DateTimeOffset?> NotedAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var tables = await session.ReadAsync(new NpgsqlBatchCommand(Tables), async reader =>
        {
            List<string> names = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                names.Add(reader.GetString(0));
            }

            return names;
        }, cancellationToken);
        var latest = string.Join(", ", tables.Select(table => $"(SELECT max(recorded_at) FROM {table} WHERE service_user_id = $1)"));
        return await session.ReadAsync(
            new NpgsqlBatchCommand($"SELECT greatest({latest})") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
            async reader => await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(0) ? (DateTimeOffset?)reader.GetFieldValue<DateTimeOffset>(0) : null,
            cancellationToken);
    }
}
