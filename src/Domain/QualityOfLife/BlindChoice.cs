using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>The person turns blind mode on or off: while it is on, what one voice says of a theme stays hidden from the other until that one has rated it too.</summary>
/// <remarks>
/// The two voices are the person's and the practitioners'. What one of them answered at a time is shown to everybody once the other has a rating of the theme that is
/// at most <see cref="OpensWithin"/> older, or newer; until then to that voice alone, and to whoever wrote it. The last choice by its time counts.
/// </remarks>
public sealed class BlindChoice : NotedFact
{
    private BlindChoice()
    {
    }

    private BlindChoice(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    /// <summary>How much older the other voice's rating may be and still open an answer: as far apart as two ratings may lie to be compared.</summary>
    public static TimeSpan OpensWithin => PerceptionGap.ComparableWithin;

    public bool IsOn { get; private init; }

    /// <param name="before">All of the person's: turning it on stands after them, since a slow clock must not leave answers open.</param>
    /// <exception cref="RuleViolation">Somebody else says it, without the person.</exception>
    public static BlindChoice Make(Noting noting, bool on, IEnumerable<BlindChoice> before, DateTimeOffset now) =>
        noting.IsThePersons ? new BlindChoice(noting, now, on ? before.Max(one => (DateTimeOffset?)one.At) : null) { IsOn = on } : throw new RuleViolation(QualityOfLifeErrors.BlindModeIsThePersons);
}
