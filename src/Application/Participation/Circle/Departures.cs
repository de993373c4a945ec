using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Circle;

/// <summary>Ends, in each person's circle, the places that came from a role which nobody holds any more.</summary>
internal interface IDepartures
{
    Task EndPlacesAsync(Guid accountId, Guid projectId, Role role, CancellationToken cancellationToken);
}

/// <remarks>The access decision already refuses the departed; this keeps the circles true and tells each person. Record after record, each held alone: what was begun through the
/// place is kept before, and nothing is written through it afterwards.</remarks>
internal sealed class Departures(IParticipationDb db, ClosedToSystems closed, IHeldRecords records, Caller caller, TimeProvider time) : IDepartures
{
    public async Task EndPlacesAsync(Guid accountId, Guid projectId, Role role, CancellationToken cancellationToken)
    {
        // Always in the same order, so that two departures at once wait for each other rather than deadlock.
        var places = await db.CircleMembers.AsNoTracking()
            .Where(member => member.AccountId == accountId && member.ProjectId == projectId && member.Role == role && member.Until == null)
            .OrderBy(member => member.ServiceUserId).Select(member => new { member.ServiceUserId, member.Id }).ToListAsync(cancellationToken);
        var act = new Act(caller.Account(), Setting.Alone, time.GetUtcNow());
        foreach (var place in places)
        {
            await records.OpenAloneAsync(place.ServiceUserId, cancellationToken);
            var member = await db.CircleMembers.SingleAsync(known => known.ServiceUserId == place.ServiceUserId && known.Id == place.Id, cancellationToken);
            var before = member.OpenTabs;
            member.End(CircleFactKind.RoleEnded, act);
            await db.SaveChangesAsync(cancellationToken);
            await closed.TellAsync(member, before, cancellationToken);
        }
    }
}
