using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Circle;

/// <summary>Tells another system, in its feed, what it must remove once a place of its own, or a tab in it, is closed.</summary>
public sealed class ClosedToSystems(IParticipationDb db, ITombstones tombstones)
{
    /// <summary>After the change is kept; nobody else's place is told of. A system that came with two projects keeps what its other place opens.</summary>
    /// <param name="before">The tabs that the place opened before (<see cref="CircleMember.OpenTabs"/>).</param>
    public async Task TellAsync(CircleMember member, IReadOnlyList<Tab> before, CancellationToken cancellationToken)
    {
        if (member is not { Role: Role.Integrator, AccountId: { } system } || before.Count == 0)
        {
            return;
        }

        var places = await db.CircleMembers.AsNoTracking()
            .Where(place => place.ServiceUserId == member.ServiceUserId && place.AccountId == system && place.Role == Role.Integrator && place.State == CircleState.Active)
            .ToListAsync(cancellationToken);
        var closed = before.Except(places.SelectMany(place => place.OpenTabs)).ToList();
        if (places.Count == 0)
        {
            await tombstones.AddAsync(member.ServiceUserId, TombstoneReason.Withdrawn, ConsentPurpose.Integrator(system), cancellationToken);
        }
        else if (closed.Count > 0)
        {
            await tombstones.AddAsync(member.ServiceUserId, TombstoneReason.Restricted, ConsentPurpose.Integrator(system), closed, cancellationToken);
        }
    }
}
