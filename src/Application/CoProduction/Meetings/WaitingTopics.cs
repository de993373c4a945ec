using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>What waits for the person's yes, as things to talk about; what has lapsed asks nothing any more.</summary>
/// <remarks>A proposal of other stars is talked of by the themes that it names, one of another order of the strengths by those that it puts first.</remarks>
public sealed class WaitingTopics(IProposalsDb db, Changeable changeable, IRecordKeys keys, Caller caller, TimeProvider time)
{
    // As many as there may be stars.
    private const int First = 3;

    /// <summary>What is new, then changes of what is there; of the tabs that are open to whoever draws.</summary>
    public async Task<IReadOnlyList<Topic>> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var (now, kinds) = (time.GetUtcNow(), VisibleKinds.Of(caller));
        var expiry = await db.ExpiryAsync(serviceUserId, cancellationToken);
        var changes = await db.Proposals.AsNoTracking().Include(one => one.Facts)
            .Where(one => one.ServiceUserId == serviceUserId && one.State == ProposalState.Open && kinds.Contains(one.Kind))
            .OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var key = changes.Exists(one => one.ThingId is null) ? await keys.ForAsync(serviceUserId, cancellationToken) : null;
        List<Topic> topics =
        [
            .. (await changeable.WaitingAsync(serviceUserId, cancellationToken)).Where(one => !expiry.HasLapsed(one.WaitsSince, now)).Select(one => Of(KindOf(one.Kind), one.Id)),
            .. changes.Where(one => one.Waits(expiry, now)).SelectMany(one =>
                one.ThingId is { } thing ? [Of(one.Kind.Thing()!.Value, thing)] : Whole(key!.Open(one.Facts.Single(fact => fact.Id == one.Id).ContentSealed!))),
        ];
        // Several may be about the same.
        return [.. topics.Distinct()];
    }

    private static IEnumerable<Topic> Whole(ProposedChange change) =>
    [
        .. (change.Stars?.Themes ?? []).Select(theme => new Topic(AgendaReason.Proposal, new Thing(ThingKind.Theme, theme, null))),
        .. (change.Strengths?.Order?.Pinned is { Count: > 0 } pinned ? pinned : (change.Strengths?.Order?.Order ?? []).Take(First)).Select(strength => Of(ThingKind.Strength, strength)),
    ];

    private static ThingKind KindOf(string kind) => kind switch { "goal" => ThingKind.Goal, "action" => ThingKind.Action, _ => ThingKind.Strength };

    private static Topic Of(ThingKind kind, Guid id) => new(AgendaReason.Proposal, new Thing(kind, null, id));
}
