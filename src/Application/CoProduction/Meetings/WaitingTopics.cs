using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>What waits for the person's yes, as things to talk about; what has lapsed asks nothing any more.</summary>
/// <remarks>A proposal of other stars, or of another order of the strengths, is about none of them in particular and comes onto no agenda by itself.</remarks>
public sealed class WaitingTopics(IProposalsDb db, Changeable changeable, Caller caller, TimeProvider time)
{
    /// <summary>What is new, then changes of what is there; of the tabs that are open to whoever draws.</summary>
    public async Task<IReadOnlyList<Topic>> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var (now, kinds) = (time.GetUtcNow(), VisibleKinds.Of(caller));
        var days = await db.LapseAfterDaysAsync(serviceUserId, cancellationToken);
        var changes = await db.Proposals.AsNoTracking()
            .Where(one => one.ServiceUserId == serviceUserId && one.State == ProposalState.Open && kinds.Contains(one.Kind) && one.ThingId != null)
            .OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        return
        [
            .. (await changeable.WaitingAsync(serviceUserId, cancellationToken)).Where(one => !Proposal.HasLapsed(one.WaitsSince, days, now)).Select(one => Of(KindOf(one.Kind), one.Id)),
            .. changes.Where(one => one.Waits(days, now)).Select(one => Of(one.Kind.Thing()!.Value, one.ThingId!.Value)),
        ];
    }

    private static ThingKind KindOf(string kind) => kind switch { "goal" => ThingKind.Goal, "action" => ThingKind.Action, _ => ThingKind.Strength };

    private static Topic Of(ThingKind kind, Guid id) => new(AgendaReason.Proposal, new Thing(kind, null, id));
}
