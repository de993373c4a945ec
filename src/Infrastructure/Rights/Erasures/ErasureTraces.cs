using Barometre.Application.Rights.Erasures;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Barometre.Infrastructure.Rights.Erasures;

/// <summary>That a record was erased, in <c>rights.trace</c>.</summary>
internal sealed class ErasureTraces(DatabaseSession session) : IErasureTraces
{
    public async Task LeaveAsync(Guid serviceUserId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await RunAsync("INSERT INTO rights.trace (service_user_id, since) VALUES ($1, $2) ON CONFLICT DO NOTHING", [Id(serviceUserId), new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime }], cancellationToken);
        await RunAsync("DELETE FROM rights.erased_rows WHERE service_user_id = $1", [Id(serviceUserId)], cancellationToken);
        await RunAsync("DELETE FROM rights.erasure WHERE service_user_id = $1", [Id(serviceUserId)], cancellationToken);
    }

    public Task<IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>> AllAsync(CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand("SELECT service_user_id, since FROM rights.trace ORDER BY since"),
        async reader =>
        {
            List<(Guid, DateTimeOffset)> traces = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                traces.Add((reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1)));
            }

            return (IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>)traces;
        },
        cancellationToken);

    public Task RemoveAsync(Guid serviceUserId, CancellationToken cancellationToken) => RunAsync("DELETE FROM rights.trace WHERE service_user_id = $1", [Id(serviceUserId)], cancellationToken);

    private Task<bool> RunAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        return session.ReadAsync(statement, _ => Task.FromResult(true), cancellationToken);
    }

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };
}

/// <inheritdoc/>
internal sealed class BackupTerm(IConfiguration configuration) : IBackupTerm
{
    public int? Days { get; } = configuration.GetValue<int?>("BAROMETRE_BACKUP_DAYS");
}
