using System.Runtime.CompilerServices;
using Barometre.Application.Participation.Register;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads registers as they stand in the database, by hand: what is verified is what is there, not what a mapping makes of it.</summary>
internal sealed class RegisterLines(DatabaseSession session) : IRegisterLines
{
    // Entries per round trip: a register of years is read in bounded memory.
    private const int Batch = 1000;

    private const string People = """
        SELECT service_user_id FROM participation.register_head UNION SELECT DISTINCT service_user_id FROM participation.register_entry ORDER BY 1
        """;

    private const string End = "SELECT number, hash FROM participation.register_head WHERE service_user_id = $1";

    private const string Lines = """
        SELECT number, at, account_id, organisation_id, member_id, ground, tab, writes, use_case, hash
          FROM participation.register_entry WHERE service_user_id = $1 AND number > $2 ORDER BY number LIMIT 1000
        """;

    public Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken)
    {
        session.OpenForEveryone();
        return session.ReadAsync<IReadOnlyList<Guid>>(
            new NpgsqlBatchCommand(People),
            async reader =>
            {
                List<Guid> people = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    people.Add(reader.GetGuid(0));
                }

                return people;
            },
            cancellationToken);
    }

    public Task<RegisterEnd> EndAsync(Guid serviceUserId, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(End) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
        async reader => await reader.ReadAsync(cancellationToken) ? new RegisterEnd(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : RegisterEnd.Nothing,
        cancellationToken);

    public async IAsyncEnumerable<RegisterLine> LinesAsync(Guid serviceUserId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, batch) = (long.MinValue, Batch);
        while (batch == Batch)
        {
            var lines = await LinesAfterAsync(serviceUserId, last, cancellationToken);
            foreach (var line in lines)
            {
                yield return line;
            }

            (last, batch) = (lines.Count == 0 ? last : lines[^1].Number, lines.Count);
        }
    }

    private Task<List<RegisterLine>> LinesAfterAsync(Guid serviceUserId, long number, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Lines) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<long> { TypedValue = number } } },
        async reader =>
        {
            List<RegisterLine> lines = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                lines.Add(new RegisterLine(
                    serviceUserId, reader.GetInt64(0), reader.GetDateTime(1), Id(reader, 2), Id(reader, 3), Id(reader, 4),
                    reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7), reader.GetString(8), reader.GetFieldValue<byte[]>(9)));
            }

            return lines;
        },
        cancellationToken);

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}
