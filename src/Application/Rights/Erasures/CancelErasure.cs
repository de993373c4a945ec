using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The person calls the erasing of their record off, as long as it has not begun. Sent again, one effect.</summary>
public sealed record CancelErasureCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<ErasureView>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class CancelErasureHandler(IRightsDb db, TimeProvider time) : IRequestHandler<CancelErasureCommand, ErasureView>
{
    public async Task<ErasureView> Handle(CancelErasureCommand command, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken) ?? throw new NotFound();
        erasure.Cancel(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return ErasureView.Of(erasure);
    }
}
