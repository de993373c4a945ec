using Barometre.Application.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Sessions;

/// <summary>Takes, for a command whose access decision did not, the lock that the others take with theirs (<c>participation.standing</c>).</summary>
internal sealed class HeldRecords(DatabaseSession session) : IHeldRecords
{
    public async Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        await session.SettleAsync(cancellationToken);
        session.OpenFor(serviceUserId);
        var hold = new NpgsqlBatchCommand("SELECT pg_advisory_xact_lock_shared(hashtextextended($1::text, 5517042))") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } };
        await session.ReadAsync(hold, _ => Task.FromResult(true), cancellationToken);
    }
}
