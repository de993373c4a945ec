using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Rights;

/// <inheritdoc/>
public sealed class CallersRights(IParticipationDb db, Caller caller, TimeProvider time) : ICallersRight
{
    public async Task<CallersRight> OfAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        if (caller.Grant!.IsSelf)
        {
            return CallersRight.Person;
        }

        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(known => known.ServiceUserId == serviceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        return person.Frozen ? throw new RuleViolation(RightsErrors.Frozen) : act.Ground == RightsGround.Representative ? CallersRight.Representative : CallersRight.Together;
    }
}
