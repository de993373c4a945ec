using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Proposals;

/// <summary>A change of the person's plan, strengths or stars that somebody else suggests: of no effect until the person says yes.</summary>
/// <remarks>It has no verb by which anybody else could say yes. What it says never changes: somebody who means something else takes it back and proposes anew.</remarks>
public sealed class Proposal : Aggregate
{
    private readonly List<ProposalFact> _facts = [];

    private Proposal()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public ProposalKind Kind { get; private init; }

    /// <summary>The goal, action or strength; null for what concerns all of them.</summary>
    public Guid? ThingId { get; private init; }

    /// <summary>The version of the thing that the proposer saw; 0 when there was none yet.</summary>
    public int ThingVersion { get; private init; }

    /// <summary>The account, or another system's.</summary>
    public Guid ProposedBy { get; private init; }

    /// <summary>As what that account was there.</summary>
    public Perspective Perspective { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ProposalState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When the server received what it waits for an answer since: the proposing, or the person's opening it again.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    /// <summary>The facts at hand; all of them when one is added.</summary>
    public IReadOnlyList<ProposalFact> Facts => _facts;

    /// <summary>Proposes; it holds nobody to anything.</summary>
    /// <param name="noting">Its id is the proposal's.</param>
    /// <param name="earlier">All the proposals of the same kind about the same thing.</param>
    /// <exception cref="RuleViolation">The person would be proposing to themself, the same waits already, or they said no to it.</exception>
    public static Proposal Make(Noting noting, ProposedContent content, byte[]? whySealed, IEnumerable<EarlierProposal> earlier, DateTimeOffset now)
    {
        if (noting.IsThePersons)
        {
            throw new RuleViolation(ProposalErrors.TheirsToDo);
        }

        foreach (var same in earlier.Where(one => one.Says == content.Says))
        {
            if (same.State == ProposalState.Declined)
            {
                throw new RuleViolation(ProposalErrors.DeclinedBefore);
            }

            if (same.Waits)
            {
                throw new RuleViolation(ProposalErrors.WaitsAlready);
            }
        }

        var fact = ProposalFact.Of(noting.Id, noting, ProposalFactKind.Proposed, now, contentSealed: content.ContentSealed, whySealed: whySealed);
        var proposal = new Proposal
        {
            ServiceUserId = noting.ServiceUserId, Id = noting.Id, Kind = content.Kind, ThingId = content.ThingId, ThingVersion = content.ThingVersion,
            ProposedBy = noting.AuthorId, Perspective = noting.Perspective, At = fact.At, StateSince = fact.At, WaitsSince = fact.RecordedAt,
        };
        proposal._facts.Add(fact);
        proposal.Raise(new ProposalsChanged(proposal.ServiceUserId));
        return proposal;
    }

    /// <summary>The person says yes, as it is or in their own way, or no. A yes is to what they read: of a thing that changed since, it is refused.</summary>
    /// <param name="thingVersion">The thing's version now; null when it is gone.</param>
    /// <exception cref="RuleViolation">Somebody else says so alone, it does not wait any more, or the thing is not what was read.</exception>
    public void Answer(Noting noting, ProposalAnswer answer, int? thingVersion, DateTimeOffset now)
    {
        RequireThePerson(noting);
        RequireOpen();
        if (answer.Yes && thingVersion != (answer.ReadVersion ?? ThingVersion))
        {
            throw new RuleViolation(ProposalErrors.ChangedSince);
        }

        var kind = !answer.Yes ? ProposalFactKind.Declined : answer.AmendedSealed is null ? ProposalFactKind.Accepted : ProposalFactKind.Amended;
        Add(noting, kind, now, answer.Yes ? answer.AmendedSealed : null, answer.Yes ? null : answer.ReasonSealed, !answer.Yes && answer.ReasonShown);
    }

    /// <summary>Whoever proposed it takes it back, as long as it waits.</summary>
    public void Withdraw(Noting noting, DateTimeOffset now)
    {
        if (noting.AuthorId != ProposedBy)
        {
            throw new RuleViolation(ProposalErrors.NotYours);
        }

        RequireOpen();
        Add(noting, ProposalFactKind.Withdrawn, now);
    }

    /// <summary>The person opens the matter again after a no: the proposal waits again, and the same may be raised by anybody.</summary>
    public void Reopen(Noting noting, DateTimeOffset now)
    {
        RequireThePerson(noting);
        if (State != ProposalState.Declined)
        {
            throw new RuleViolation(ProposalErrors.NotDeclined);
        }

        Add(noting, ProposalFactKind.Reopened, now);
    }

    /// <summary>Whether it is open and has not waited longer than the person lets proposals wait; one that lapsed asks nothing, and the person may still answer it.</summary>
    public bool Waits(ProposalExpiry expiry, DateTimeOffset now) => State == ProposalState.Open && !expiry.HasLapsed(WaitsSince, now);

    private static void RequireThePerson(Noting noting)
    {
        if (!noting.IsThePersons)
        {
            throw new RuleViolation(ProposalErrors.OnlyThePerson);
        }
    }

    private void RequireOpen()
    {
        if (State != ProposalState.Open)
        {
            throw new RuleViolation(ProposalErrors.WaitsNoLonger);
        }
    }

    // Answers count in the order in which they arrive, whatever the clocks of two devices say: what took effect did so on arrival.
    private void Add(Noting noting, ProposalFactKind kind, DateTimeOffset now, byte[]? contentSealed = null, byte[]? whySealed = null, bool whyShown = false)
    {
        var fact = ProposalFact.Of(Id, noting, kind, now, _facts.Max(each => each.At), contentSealed, whySealed, whyShown);
        _facts.Add(fact);
        (State, StateSince) = (StateAfter(kind), fact.At);
        WaitsSince = kind == ProposalFactKind.Reopened ? fact.RecordedAt : WaitsSince;
        Raise(new ProposalsChanged(ServiceUserId));
        Touch();
    }

    private static ProposalState StateAfter(ProposalFactKind kind) => kind switch
    {
        ProposalFactKind.Accepted => ProposalState.Accepted,
        ProposalFactKind.Amended => ProposalState.Amended,
        ProposalFactKind.Declined => ProposalState.Declined,
        ProposalFactKind.Withdrawn => ProposalState.Withdrawn,
        _ => ProposalState.Open,
    };
}
