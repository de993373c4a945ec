using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Proposals;

/// <summary>What happened to a proposal.</summary>
public enum ProposalFactKind
{
    Proposed,

    /// <summary>The person's yes, as it was proposed.</summary>
    Accepted,

    /// <summary>The person's yes, in their own way.</summary>
    Amended,

    /// <summary>The person's no.</summary>
    Declined,

    /// <summary>The person opens the matter again after a no.</summary>
    Reopened,

    /// <summary>Taken back by whoever proposed it.</summary>
    Withdrawn,
}

/// <summary>What a proposal would change, its content sealed.</summary>
/// <param name="ThingId">The goal, action or strength; null for what concerns all of them.</param>
/// <param name="ThingVersion">The version of the thing that the proposer saw; 0 when there was none yet.</param>
/// <param name="ContentSealed">All that would be sent.</param>
/// <param name="Says">What the content comes to, letter case, accents and punctuation left out: compared, never kept.</param>
public sealed record ProposedContent(ProposalKind Kind, Guid? ThingId, int ThingVersion, byte[] ContentSealed, string Says);

/// <summary>Another proposal of the same kind about the same thing.</summary>
/// <param name="Waits">It is open and has not lapsed.</param>
/// <param name="Says">As in <see cref="ProposedContent"/>.</param>
public sealed record EarlierProposal(ProposalState State, bool Waits, string Says);

/// <summary>The person's yes or no.</summary>
/// <param name="AmendedSealed">With a yes: what takes effect instead; as proposed when null.</param>
/// <param name="ReasonSealed">With a no: why, if they want to say.</param>
/// <param name="ReasonShown">True when whoever sees the proposal may read why.</param>
/// <param name="ReadVersion">The version of the thing that the person had before them; the proposer's when null.</param>
public sealed record ProposalAnswer(bool Yes, byte[]? AmendedSealed, byte[]? ReasonSealed, bool ReasonShown, int? ReadVersion);

/// <summary>One thing that happened to a proposal.</summary>
public sealed class ProposalFact : NotedFact
{
    private ProposalFact()
    {
    }

    private ProposalFact(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid ProposalId { get; private init; }

    public ProposalFactKind Kind { get; private init; }

    /// <summary>What would change, or what the person made of it; null in a fact that leaves it as it was.</summary>
    public byte[]? ContentSealed { get; private init; }

    /// <summary>Why: the proposer's words, or the person's.</summary>
    public byte[]? WhySealed { get; private init; }

    /// <summary>True when others than the person may read why they said no.</summary>
    public bool WhyShown { get; private init; }

    internal static ProposalFact Of(
        Guid proposalId, Noting noting, ProposalFactKind kind, DateTimeOffset now, DateTimeOffset? after = null, byte[]? contentSealed = null, byte[]? whySealed = null, bool whyShown = false) =>
        new(noting, now, after) { ProposalId = proposalId, Kind = kind, ContentSealed = contentSealed, WhySealed = whySealed, WhyShown = whyShown };
}

/// <summary>After how many days an open proposal lapses in this record, as the person chose at a time; the last choice counts.</summary>
public sealed class ProposalTerms : NotedFact
{
    /// <summary>In days.</summary>
    public const int Longest = 3650;

    private ProposalTerms()
    {
    }

    private ProposalTerms(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    /// <summary>1 to <see cref="Longest"/>; null when proposals wait for as long as it takes.</summary>
    public int? LapseAfterDays { get; private init; }

    /// <exception cref="RuleViolation">Somebody else says so alone.</exception>
    public static ProposalTerms Choose(Noting noting, int? days, DateTimeOffset now) =>
        noting.IsThePersons ? new ProposalTerms(noting, now) { LapseAfterDays = days } : throw new RuleViolation(ProposalErrors.OnlyThePerson);
}

/// <summary>Something was proposed, answered or taken back.</summary>
public sealed record ProposalsChanged(Guid ServiceUserId) : IDomainEvent;
