using Barometre.Application.Rights.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>The person says that somebody does not represent them; from the next request on, and until they take it back, that one decides nothing in their rights. Sent twice, it is
/// said once.</summary>
public sealed record ContestRepresentativeCommand(Guid ServiceUserId, Guid RepresentativeId, Guid ContestId) : ICommand<Unit>
{
    // What the representative is deciding at this moment is decided before, or not at all.
    public Needed Access => Needed.OwnRecord(ServiceUserId) with { Alone = true };
}

internal sealed class ContestRepresentativeHandler(IParticipationDb db, IWaitingErasure erasure, TimeProvider time) : IRequestHandler<ContestRepresentativeCommand, Unit>
{
    public async Task<Unit> Handle(ContestRepresentativeCommand command, CancellationToken cancellationToken)
    {
        var representative = await db.Representatives.AsNoTracking().SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.RepresentativeId, cancellationToken) ?? throw new NotFound();
        if (await db.RepresentationContests.AsNoTracking().SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ContestId, cancellationToken) is { } known)
        {
            return known.RepresentativeId == command.RepresentativeId ? Unit.Value : throw new RuleViolation(ParticipationErrors.IdTaken);
        }

        if (await db.RepresentationContests.AnyAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.RepresentativeId == command.RepresentativeId && one.Until == null, cancellationToken))
        {
            throw new RuleViolation(RightsErrors.AlreadyContested);
        }

        db.RepresentationContests.Add(RepresentationContest.Of(representative, command.ContestId, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        // There is no way back from an erasing: what was asked for in a right that is contested waits for nobody.
        await erasure.CallOffRepresentedAsync(command.ServiceUserId, cancellationToken);
        return Unit.Value;
    }
}
