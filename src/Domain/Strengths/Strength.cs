using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>Something that the person can build on, in words; what it says and where it stands follow from its facts, in whatever order they arrived.</summary>
public sealed class Strength : Aggregate
{
    /// <summary>In characters, before sealing.</summary>
    public const int LongestWords = 500;

    /// <summary>In characters, before sealing.</summary>
    public const int LongestResource = 200;

    private readonly List<StrengthFact> _facts = [];

    private Strength()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public StrengthStanding Standing { get; private set; }

    /// <summary>The fact that tells what the strength says now.</summary>
    public Guid ContentId { get; private set; }

    /// <summary>The account that named or proposed it.</summary>
    public Guid NamedBy { get; private init; }

    /// <summary>Whose view it told when it was named.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    public DateTimeOffset NamedAt { get; private init; }

    /// <summary>When the server received the latest fact about it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>All of them, once loaded.</summary>
    public IReadOnlyList<StrengthFact> Facts => _facts;

    /// <summary>A strength named by the person or together with them is theirs; one named by somebody else alone waits for their yes.</summary>
    public static Strength Name(Guid serviceUserId, Guid id, StrengthContent content, StrengthNoting noting)
    {
        var born = StrengthFact.Of(
            serviceUserId, id, id, noting.WithThePerson ? StrengthFactKind.Named : StrengthFactKind.Proposed, content, null, noting);
        var strength = new Strength
        {
            ServiceUserId = serviceUserId,
            Id = id,
            NamedBy = noting.AuthorId,
            Perspective = noting.Perspective,
            Setting = noting.Setting,
            NamedAt = born.At,
        };
        strength._facts.Add(born);
        strength.Project();
        strength.Raise(new StrengthsChanged(serviceUserId));
        return strength;
    }

    /// <summary>The person's yes or no to what somebody proposed, once: with <paramref name="amended"/>, yes in their own words.</summary>
    public void Answer(Guid factId, bool yes, StrengthContent? amended, byte[]? reasonSealed, StrengthNoting noting)
    {
        RequireThePerson(noting);
        if (Standing != StrengthStanding.Proposed)
        {
            throw new RuleViolation(StrengthsErrors.NothingToAnswer);
        }

        Add(factId, !yes ? StrengthFactKind.Declined : amended is null ? StrengthFactKind.Accepted : StrengthFactKind.Amended, yes ? amended : null, reasonSealed, noting);
    }

    /// <summary>Says it otherwise; the latest words by the clock of whoever wrote them count, whichever arrive last.</summary>
    public void Revise(Guid factId, StrengthContent content, StrengthNoting noting)
    {
        RequireThePersons(noting);
        Add(factId, StrengthFactKind.Revised, content, null, noting);
    }

    /// <summary>Sets it aside, or takes it up again.</summary>
    public void Retire(Guid factId, bool retired, byte[]? reasonSealed, StrengthNoting noting)
    {
        RequireThePersons(noting);
        Add(factId, retired ? StrengthFactKind.Retired : StrengthFactKind.TakenUp, null, reasonSealed, noting);
    }

    /// <summary>Where a strength with these facts stands, and which of them tells what it says; their order of arrival does not matter.</summary>
    public static (StrengthStanding Standing, Guid ContentId) Replay(IReadOnlyCollection<StrengthFact> facts)
    {
        var content = facts.Where(fact => fact.HasContent).MaxBy(Rank)!;
        var answer = facts.FirstOrDefault(fact => fact.Kind is StrengthFactKind.Accepted or StrengthFactKind.Amended or StrengthFactKind.Declined);
        if (answer is null && facts.Any(fact => fact.Kind == StrengthFactKind.Proposed))
        {
            return (StrengthStanding.Proposed, content.Id);
        }

        var last = facts.Where(fact => fact.Kind is StrengthFactKind.Retired or StrengthFactKind.TakenUp).MaxBy(Rank);
        var standing = answer?.Kind == StrengthFactKind.Declined ? StrengthStanding.Declined
            : last?.Kind == StrengthFactKind.Retired ? StrengthStanding.Retired : StrengthStanding.Kept;
        return (standing, content.Id);
    }

    // What was answered comes after what was proposed, and what was changed after that, whatever the clocks say; among changes the clocks decide.
    private static (int Stage, DateTimeOffset At, DateTimeOffset RecordedAt, Guid Id) Rank(StrengthFact fact) => (
        fact.Kind switch { StrengthFactKind.Named or StrengthFactKind.Proposed => 0, StrengthFactKind.Amended => 1, _ => 2 }, fact.At, fact.RecordedAt, fact.Id);

    private static void RequireThePerson(StrengthNoting noting)
    {
        if (!noting.WithThePerson)
        {
            throw new RuleViolation(StrengthsErrors.ThePersonDecides);
        }
    }

    private void RequireThePersons(StrengthNoting noting)
    {
        RequireThePerson(noting);
        if (Standing is StrengthStanding.Proposed or StrengthStanding.Declined)
        {
            throw new RuleViolation(StrengthsErrors.NotAmongTheStrengths);
        }
    }

    private void Add(Guid factId, StrengthFactKind kind, StrengthContent? content, byte[]? reasonSealed, StrengthNoting noting)
    {
        _facts.Add(StrengthFact.Of(ServiceUserId, factId, Id, kind, content, reasonSealed, noting));
        Project();
        Raise(new StrengthsChanged(ServiceUserId));
        Touch();
    }

    private void Project()
    {
        (Standing, ContentId) = Replay(_facts);
        ChangedAt = _facts.Max(fact => fact.RecordedAt);
    }
}
