using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The person calls the erasing of their record off, as long as it has not begun; whoever represents them, what they asked for in their right. Sent again, one effect.</summary>
public sealed record CancelErasureCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<ErasureView>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class CancelErasureHandler(IRightsDb db, ICallersRight rights, IJobRequests jobs, TimeProvider time) : IRequestHandler<CancelErasureCommand, ErasureView>
{
    public async Task<ErasureView> Handle(CancelErasureCommand command, CancellationToken cancellationToken)
    {
        var right = await rights.ToEraseAsync(command.ServiceUserId, cancellationToken);
        var erasure = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken) ?? throw new NotFound();
        erasure.RequireMay(right);
        erasure.Cancel(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (erasure.Ground == ErasureGround.Represented)
        {
            await jobs.ErasureToTellAsync(erasure, cancellationToken);
        }

        return ErasureView.Of(erasure);
    }
}
