using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Voices;

/// <summary>What a side says of a gap between two voices.</summary>
public enum GapWord
{
    /// <summary>We came to see it alike; each may rate again, neither has to.</summary>
    Agree,

    /// <summary>We see it differently, and that is well.</summary>
    AgreeToDiffer,

    /// <summary>Not settled, or no longer: we go on talking.</summary>
    StillTalking,
}

/// <summary>A side says where it stands with a gap, about the two ratings that it had before it; neither rating is touched.</summary>
public sealed class GapSaying : NotedFact
{
    private GapSaying()
    {
    }

    private GapSaying(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public string Theme { get; private init; } = "";

    public GapWord Word { get; private init; }

    /// <summary>When the person's rating that it is about was given.</summary>
    public DateTimeOffset PersonAt { get; private init; }

    /// <summary>When the practitioner's rating that it is about was given.</summary>
    public DateTimeOffset PractitionerAt { get; private init; }

    /// <summary>Both sides said it, on one screen; else it is its author's side only.</summary>
    public bool IsForBoth => Setting == Setting.Joint;

    /// <exception cref="RuleViolation">Somebody says it who has no side in it: a gap is between the person and a practitioner.</exception>
    public static GapSaying Say(Noting noting, string theme, GapWord word, DateTimeOffset personAt, DateTimeOffset practitionerAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(noting);
        return noting.Perspective == Perspective.Relative
            ? throw new RuleViolation(CoProductionErrors.GapIsTwoVoices)
            : new GapSaying(noting, now) { Theme = theme, Word = word, PersonAt = FactTime.Microseconds(personAt), PractitionerAt = FactTime.Microseconds(practitionerAt) };
    }

    /// <summary>Whether it speaks for that side.</summary>
    public bool IsOf(Perspective side) => IsForBoth || Perspective == side;
}
