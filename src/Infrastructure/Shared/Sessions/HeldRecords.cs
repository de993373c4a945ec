using Barometre.Application.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Sessions;

/// <summary>Takes, for a command whose access decision did not, the lock that the others take with theirs (<c>participation.standing</c>).</summary>
internal sealed class HeldRecords(DatabaseSession session) : IHeldRecords
{
    public Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        HoldAsync(serviceUserId, "SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 5517042))", cancellationToken);

    public Task OpenAloneAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        HoldAsync(serviceUserId, "SELECT pg_advisory_xact_lock(hashtextextended($1::text, 5517042))", cancellationToken);

    private async Task HoldAsync(Guid serviceUserId, string sql, CancellationToken cancellationToken)
    {
        await session.SettleAsync(cancellationToken);
        session.OpenFor(serviceUserId);
        var hold = new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } };
        await session.ReadAsync(hold, _ => Task.FromResult(true), cancellationToken);
    }
}
