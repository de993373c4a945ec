namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>In one word, what the ratings of a theme do over time; never more than they can carry.</summary>
public enum Verdict
{
    TooEarly,
    Rising,
    Falling,
    Steady,
}

/// <summary>
/// What changed on one theme for one person in one perspective: values in points (0 to 100), paces in points per 30 days; what cannot be said is
/// undefined (null).
/// </summary>
/// <remarks>
/// Two perspectives are never put in one series. The window starts at a date the person picks, or holds everything; the first rating inside is the
/// baseline. The person's own error of measurement is estimated from the whole series, not from the window: how steadily somebody uses the scale is
/// not a matter of window.
/// The verdict's rules are at <see cref="VerdictRule"/>. Checked in ThemeChangeTests and ThemeChangeProperties.
/// </remarks>
public sealed record ThemeChange
{
    /// <summary>Names these definitions; stored with every indicator and raised when one of them changes.</summary>
    public const string Method = "change/1";

    private ThemeChange(RatingSeries series, Reliability reliability, Trend? trend, VerdictReason reason)
    {
        (N, First, Previous, Latest) = (series.Count, series.First, series.Previous, series.Latest);
        (Sem, SemSource, Sdc) = (reliability.Sem, reliability.Source, reliability.Sdc);
        (Trend, Reason) = (trend, reason);
        if (Latest is not { } latest || Previous is not { } previous || First is not { } first)
            return;
        ChangeSinceBaseline = latest.Value - first.Value;
        ChangeSincePrevious = latest.Value - previous.Value;
        Rc = ReliableChange.Rc(first.Value, latest.Value, Sem);
        Reliable = ReliableChange.IsReliable(Rc.Value);
    }

    /// <summary>The date the person picked to look from; undefined when everything is looked at.</summary>
    public DateTimeOffset? WindowStart { get; private init; }

    /// <summary>How many ratings in the window, one per instant.</summary>
    public int N { get; }

    /// <summary>The baseline: the first rating in the window.</summary>
    public RatingPoint? First { get; }

    /// <summary>The rating before the latest; undefined below two.</summary>
    public RatingPoint? Previous { get; }

    public RatingPoint? Latest { get; }

    /// <summary>Latest minus first, in points; undefined below two ratings.</summary>
    public int? ChangeSinceBaseline { get; }

    /// <summary>Latest minus previous, in points; undefined below two ratings.</summary>
    public int? ChangeSincePrevious { get; }

    /// <summary>Standard error of measurement, in points, above 0.</summary>
    public double Sem { get; }

    public SemSource SemSource { get; }

    /// <summary>Smallest detectable change, in points.</summary>
    public double Sdc { get; }

    /// <summary>Reliable change index of the latest rating against the first; undefined below two ratings.</summary>
    public double? Rc { get; }

    /// <summary>Whether the change since baseline is larger than error; undefined below two ratings.</summary>
    public bool? Reliable { get; }

    public double? SlopePer30Days => Trend?.SlopePer30Days;

    /// <summary>Lower end of the slope's 95 % interval; undefined when ratings are too few to bound it.</summary>
    public double? SlopeLow => Trend?.SlopeLow;

    /// <summary>Upper end of the slope's 95 % interval; undefined when ratings are too few to bound it.</summary>
    public double? SlopeHigh => Trend?.SlopeHigh;

    /// <summary>Mann–Kendall: pairs of ratings that rise minus pairs that fall; undefined below two ratings.</summary>
    public long? S => Trend?.S;

    /// <summary>−1 (always falls) to 1 (always rises); undefined below two ratings or if all are alike.</summary>
    public double? TauB => Trend?.TauB;

    /// <summary>0 to 1: how likely so much order is by chance; undefined below two ratings.</summary>
    public double? P => Trend?.P;

    public PMethod? PMethod => Trend?.PMethod;

    /// <summary>Of neighbouring residuals, −1 to 1; undefined below three ratings or if all lie on the line.</summary>
    public double? Autocorrelation => Trend?.Autocorrelation;

    /// <summary>True when P is optimistic: at least 20 ratings, neighbours alike by more than 0.3.</summary>
    public bool AutocorrelationCaveat => Trend?.AutocorrelationCaveat ?? false;

    /// <summary>How the ratings move; undefined below two.</summary>
    public Trend? Trend { get; }

    public VerdictReason Reason { get; }

    public Verdict Verdict => Reason.Verdict;

    /// <param name="ratings">All of one theme, one person, one perspective.</param>
    /// <param name="published">The project's published reliability, if there is one.</param>
    /// <param name="windowStart">Ratings before it are left out of all but the person's own error of measurement.</param>
    public static ThemeChange Compute(RatingSeries ratings, Reliability? published = null, DateTimeOffset? windowStart = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var reliability = Reliability.Resolve(ratings, published);
        var series = windowStart is { } start ? ratings.Since(start) : ratings;
        var trend = Trend.Of(series);
        return new ThemeChange(series, reliability, trend, VerdictRule.Decide(series, trend, reliability)) { WindowStart = windowStart };
    }
}
