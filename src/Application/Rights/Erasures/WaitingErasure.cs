using Barometre.Application.Rights.Contracts;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Erasures;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Rights.Erasures;

/// <inheritdoc/>
internal sealed class WaitingErasure(IRightsDb db, IJobRequests jobs, TimeProvider time) : IWaitingErasure
{
    public async Task ClaimedAsync(Guid serviceUserId, Guid accountId, CancellationToken cancellationToken)
    {
        if (await WaitingAsync(serviceUserId, cancellationToken) is { } erasure)
        {
            erasure.Claimed(accountId, time.GetUtcNow());
            await KeepAsync(erasure, cancellationToken);
        }
    }

    public async Task CallOffRepresentedAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await WaitingAsync(serviceUserId, cancellationToken) is { Ground: ErasureGround.Represented } erasure && !erasure.IsDue(now))
        {
            erasure.Cancel(now);
            await KeepAsync(erasure, cancellationToken);
        }
    }

    private Task<Erasure?> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken) => db.Erasures.SingleOrDefaultAsync(
        one => one.ServiceUserId == serviceUserId && (one.State == ErasureState.Asked || one.State == ErasureState.Confirmed), cancellationToken);

    private async Task KeepAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await jobs.ErasureToTellAsync(erasure, cancellationToken);
    }
}
