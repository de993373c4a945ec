using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>All that waits for the person's yes, oldest first: changes of what is theirs, and what others wrote as new in the plan and among the strengths.</summary>
/// <remarks>Not paged: what waits is what people put before one person. What stands in a part that is closed to the reader is left out.</remarks>
public sealed record ListWaitingProposalsQuery(Guid ServiceUserId) : IQuery<WaitingProposals>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>What waits for the person's yes.</summary>
/// <param name="At">When it was read.</param>
/// <param name="LapseAfterDays">After how many days what is left lapses; null: never.</param>
public sealed record WaitingProposals(DateTimeOffset At, int? LapseAfterDays, IReadOnlyList<WaitingProposal> Items);

/// <summary>Something that waits for the person's yes.</summary>
/// <param name="Kind"><c>goal</c>, <c>action</c>, <c>strength</c>: new, answered where it stands; <c>change</c>: of what is theirs, answered here.</param>
/// <param name="Id">The goal's, the action's, the strength's or the proposal's.</param>
/// <param name="GoalId">The goal that an action is for.</param>
/// <param name="Words">What is new says; null for a change.</param>
/// <param name="ProposedBy">The account.</param>
/// <param name="WaitsSince">When the server received what waits since then.</param>
/// <param name="Lapsed">True when it waited longer than the person lets proposals wait: it asks nothing, and they may still take it up.</param>
/// <param name="Change">The proposal, when it is a change.</param>
public sealed record WaitingProposal(
    string Kind, Guid Id, Guid? GoalId, string? Words, Guid ProposedBy, Perspective Perspective, DateTimeOffset At, DateTimeOffset WaitsSince, bool Lapsed, ProposalView? Change);

internal sealed class ListWaitingProposalsHandler(IProposalsDb db, Changeable changeable, ProposalViews views, Caller caller, TimeProvider time)
    : IRequestHandler<ListWaitingProposalsQuery, WaitingProposals>
{
    public async Task<WaitingProposals> Handle(ListWaitingProposalsQuery query, CancellationToken cancellationToken)
    {
        var (now, kinds) = (FactTime.Microseconds(time.GetUtcNow()), VisibleKinds.Of(caller));
        var expiry = await db.ExpiryAsync(query.ServiceUserId, cancellationToken);
        var open = await db.Proposals.AsNoTracking().Include(one => one.Facts)
            .Where(one => one.ServiceUserId == query.ServiceUserId && one.State == ProposalState.Open && kinds.Contains(one.Kind)).ToListAsync(cancellationToken);
        var changes = (await views.OfAsync(query.ServiceUserId, open, expiry, cancellationToken)).Select(one =>
            new WaitingProposal("change", one.ProposalId, null, null, one.ProposedBy, one.Perspective, one.At, one.WaitsSince, one.Lapsed, one));
        var things = (await changeable.WaitingAsync(query.ServiceUserId, cancellationToken)).Select(one => new WaitingProposal(
            one.Kind, one.Id, one.Under, one.Words, one.ProposedBy, one.Perspective, one.At, one.WaitsSince, expiry.HasLapsed(one.WaitsSince, now), null));
        return new WaitingProposals(now, expiry.LapseAfterDays, [.. changes.Concat(things).OrderBy(one => one.WaitsSince).ThenBy(one => one.Id)]);
    }
}
