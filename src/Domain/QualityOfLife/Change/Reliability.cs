namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// Where an error of measurement comes from: the person's own ratings, the project's published study, or the instrument's provisional default.
/// </summary>
public enum SemSource
{
    Own,
    Project,
    Instrument,
}

/// <summary>How far two ratings of an unchanged situation differ: the standard error of measurement, in points (above 0), and where it comes from.</summary>
public sealed record Reliability
{
    /// <summary>Below this many pairs the person's own error is not estimated.</summary>
    public const int OwnPairsNeeded = 5;

    /// <summary>In points; provisional until the instrument's reliability is published.</summary>
    public const double InstrumentSem = 8;

    private Reliability(double sem, SemSource source)
    {
        if (!(sem > 0) || double.IsInfinity(sem))
            throw new ArgumentOutOfRangeException(nameof(sem), sem, "An error of measurement is above 0.");
        Sem = sem;
        Source = source;
    }

    /// <summary>Ratings further apart may differ because life did.</summary>
    public static TimeSpan OwnPairsWithin { get; } = TimeSpan.FromDays(3);

    public static Reliability Instrument { get; } = new(InstrumentSem, SemSource.Instrument);

    public double Sem { get; }

    public SemSource Source { get; }

    /// <summary>The smallest detectable change, in points.</summary>
    public double Sdc => ReliableChange.Sdc(Sem);

    /// <summary>A project's published reliability: spread between people in points, and test–retest correlation (0 to below 1).</summary>
    public static Reliability OfProject(double standardDeviation, double reliability) =>
        new(ReliableChange.Sem(standardDeviation, reliability), SemSource.Project);

    /// <summary>A project's published error of measurement, in points.</summary>
    public static Reliability OfProject(double sem) => new(sem, SemSource.Project);

    /// <summary>The person's own error if their ratings allow it, else the published one, else the instrument's default.</summary>
    public static Reliability Resolve(RatingSeries ratings, Reliability? published = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return OwnSem(ratings) is { } own ? new Reliability(own, SemSource.Own) : published ?? Instrument;
    }

    /// <summary>The person's own standard error of measurement, in points; undefined below five pairs, or if no pair differs.</summary>
    /// <remarks>
    /// The pairs are neighbours in the series (a rating and the very next one) at most three days apart, both ends included: each rating is at most in two.
    /// SEM = SD of the differences (n − 1, around their mean) ÷ √2 (Bland &amp; Altman 1996, BMJ 313:744). If every difference is alike the SD is 0, which says
    /// that the slider was left where it stood, not that the measure is perfect: any move of one point would be "reliable". Hence undefined.
    /// </remarks>
    public static double? OwnSem(RatingSeries ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var points = ratings.Points;
        var (pairs, sum, sumOfSquares) = (0, 0L, 0L);
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i].At - points[i - 1].At > OwnPairsWithin)
                continue;
            long difference = points[i].Value - points[i - 1].Value;
            pairs++;
            sum += difference;
            sumOfSquares += difference * difference;
        }

        if (pairs < OwnPairsNeeded)
            return null;
        // Whole numbers: nothing is lost to cancellation, and 0 is exactly 0.
        var squaredDeviations = (pairs * sumOfSquares) - (sum * sum);
        return squaredDeviations == 0 ? null : Math.Sqrt(squaredDeviations / ((double)pairs * (pairs - 1)) / 2);
    }
}
