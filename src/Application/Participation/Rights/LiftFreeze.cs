using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>The record is as open again as it was before it was frozen.</summary>
public sealed record LiftFreezeCommand(Guid ServiceUserId, Guid FreezeId) : ICommand<Unit>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class LiftFreezeHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<LiftFreezeCommand, Unit>
{
    public async Task<Unit> Handle(LiftFreezeCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        var freeze = await db.Freezes.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.FreezeId, cancellationToken) ?? throw new NotFound();
        if (freeze.Until is null)
        {
            freeze.Lift(act);
            person.Freeze(false);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
