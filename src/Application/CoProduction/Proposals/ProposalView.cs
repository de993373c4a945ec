using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>A proposal, as one reader may see it.</summary>
/// <param name="ThingId">The goal, action or strength; null for what concerns all of them.</param>
/// <param name="Lapsed">True when it waited longer than the person lets proposals wait: it asks nothing, and they may still answer it.</param>
/// <param name="ProposedBy">The account.</param>
/// <param name="Why">The proposer's words.</param>
/// <param name="Change">What it would change.</param>
/// <param name="Amended">What took effect instead, when the person said yes in their own way.</param>
/// <param name="Reason">Why the person said no, where they said it and let the reader see it.</param>
/// <param name="AnsweredTogether">True when the answer was given with somebody beside the person; null while there is none.</param>
/// <param name="ThingVersion">Of an open one: the version of the thing now, to be sent back with a yes; null when the thing is gone.</param>
/// <param name="ChangedSince">Of an open one: true when the thing is no longer what the proposer saw.</param>
public sealed record ProposalView(
    Guid ProposalId, ProposalKind Kind, Guid? ThingId, ProposalState State, DateTimeOffset StateSince, bool Lapsed, Guid ProposedBy, Perspective Perspective, DateTimeOffset At, DateTimeOffset WaitsSince,
    string? Why, ProposedChange Change, ProposedChange? Amended, string? Reason, bool? AnsweredTogether, int? ThingVersion, bool ChangedSince);

/// <summary>Opens proposals to a reader.</summary>
public sealed class ProposalViews(Changeable changeable, IRecordKeys keys, Caller caller, TimeProvider time)
{
    internal async Task<List<ProposalView>> OfAsync(Guid serviceUserId, IReadOnlyCollection<Proposal> proposals, ProposalExpiry expiry, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        List<ProposalView> views = [];
        foreach (var proposal in proposals)
        {
            var change = key.Open(proposal.Facts.Single(fact => fact.Id == proposal.Id).ContentSealed!);
            var open = proposal.State == ProposalState.Open;
            var version = open ? await changeable.Bind(change, "").VersionAsync(serviceUserId, false, cancellationToken) : null;
            views.Add(Of(proposal, change, key, open && !proposal.Waits(expiry, time.GetUtcNow())) with { ThingVersion = version, ChangedSince = open && version != proposal.ThingVersion });
        }

        return views;
    }

    private ProposalView Of(Proposal proposal, ProposedChange change, IRecordKey key, bool lapsed)
    {
        var facts = proposal.Facts.InOrder().ToList();
        var answer = proposal.State is ProposalState.Accepted or ProposalState.Amended or ProposalState.Declined ? facts[^1] : null;
        var shown = answer?.Kind == ProposalFactKind.Declined && (answer.WhyShown || caller.Grant!.IsSelf);
        return new ProposalView(
            proposal.Id, proposal.Kind, proposal.ThingId, proposal.State, proposal.StateSince, lapsed, proposal.ProposedBy, proposal.Perspective, proposal.At, proposal.WaitsSince,
            key.OpenAny(SealedProposals.Why, facts[0].WhySealed), change, answer?.ContentSealed is { } amended ? key.Open(amended) : null,
            shown ? key.OpenAny(SealedProposals.Why, answer!.WhySealed) : null, answer is null ? null : answer.Setting == Setting.Joint, null, false);
    }
}

/// <summary>The kinds of proposals that stand in a part of the record which is open to the reader.</summary>
internal static class VisibleKinds
{
    public static ProposalKind[] Of(Caller caller) => [.. Enum.GetValues<ProposalKind>().Where(kind => caller.Grant!.Sees(kind.Tab()))];
}
