namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The distance between two voices on one theme: practitioner minus person, in points (−100 to 100); neither is the right one.</summary>
/// <remarks>
/// The two ratings are compared only if given at most 30 days apart, else the gap is undefined. The trend is that of the signed gap: towards 0 the voices come
/// closer. Each rating stands in several gaps, so the trend's P is optimistic; no verdict is drawn from it. Checked in PerceptionGapTests.
/// </remarks>
public sealed record PerceptionGap
{
    private PerceptionGap(RatingSeries person, RatingSeries practitioner, IReadOnlyList<GapPoint> history, double sdc)
    {
        (Person, Practitioner, History, Sdc) = (person.Latest, practitioner.Latest, history, sdc);
        Inflexions = Inflexion.In(history, sdc);
        Trend = Change.Trend.Of([.. history.Select(gap => gap.At.UtcTicks)], [.. history.Select(gap => gap.Gap)]);
        if (Person is { } own && Practitioner is { } other && new GapStand(own, other).Comparable)
            Current = other.Value - own.Value;
    }

    /// <summary>Ratings further apart than this speak of different times.</summary>
    public static TimeSpan ComparableWithin { get; } = TimeSpan.FromDays(30);

    /// <summary>The person's latest rating.</summary>
    public RatingPoint? Person { get; }

    /// <summary>The practitioner's latest rating.</summary>
    public RatingPoint? Practitioner { get; }

    /// <summary>Practitioner minus person, latest of each, in points; undefined if either is missing or they lie more than 30 days apart.</summary>
    public int? Current { get; }

    /// <summary>The gap each time either spoke and the other's latest word was at most 30 days old; earliest first.</summary>
    public IReadOnlyList<GapPoint> History { get; }

    /// <summary>Of the signed gap; undefined below two gaps.</summary>
    public Trend? Trend { get; }

    /// <summary>What a gap must narrow by to be called so, in points: the larger of the two sides' smallest detectable changes.</summary>
    public double Sdc { get; }

    /// <summary>Each time the gap narrowed, and who moved; earliest first.</summary>
    public IReadOnlyList<Inflexion> Inflexions { get; }

    /// <param name="person">The person's ratings of the theme.</param>
    /// <param name="practitioner">The practitioner's ratings of the same theme.</param>
    /// <param name="published">The project's published reliability, if there is one.</param>
    public static PerceptionGap Compute(RatingSeries person, RatingSeries practitioner, Reliability? published = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(practitioner);
        return new PerceptionGap(person, practitioner, GapPath.HistoryOf(GapPath.StandsOf(person.Points, practitioner.Points)), GapPath.SdcOf(person, practitioner, published));
    }
}

/// <summary>Both voices as they stood at one instant, in points (0 to 100).</summary>
/// <param name="At">When either spoke last.</param>
/// <param name="Person">The person's latest rating at that instant.</param>
/// <param name="Practitioner">The practitioner's latest rating at that instant.</param>
public readonly record struct GapPoint(DateTimeOffset At, int Person, int Practitioner)
{
    /// <summary>Practitioner minus person, −100 to 100 points.</summary>
    public int Gap => Practitioner - Person;

    /// <summary>0 to 100 points, whoever rates higher.</summary>
    public int Width => Math.Abs(Gap);
}
