using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>The person no longer keeps somebody out; what was open to them before is open again.</summary>
public sealed record LetInAgainCommand(Guid ServiceUserId, Guid RestrictionId) : ICommand<Unit>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class LetInAgainHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<LetInAgainCommand, Unit>
{
    public async Task<Unit> Handle(LetInAgainCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        var restriction = await db.Restrictions.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.RestrictionId, cancellationToken)
            ?? throw new NotFound();
        restriction.Lift(act);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
