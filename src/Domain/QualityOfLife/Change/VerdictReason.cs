namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>Why a verdict is what it is; said in words by <see cref="VerdictWords"/>.</summary>
public enum VerdictReasonCode
{
    /// <summary>Too early: fewer than three ratings.</summary>
    TooFewRatings,

    /// <summary>Too early: all ratings lie within seven days.</summary>
    TooShortATime,

    /// <summary>Rising or falling: the ratings as a whole.</summary>
    Trend,

    /// <summary>Rising or falling: the latest rating against the first and against the first three.</summary>
    LatestAgainstStart,

    /// <summary>Rising or falling: both of these, the same way.</summary>
    TrendAndLatest,

    /// <summary>Steady: the ratings as a whole go one way, the latest lies the other way from the start.</summary>
    SignalsDisagree,

    /// <summary>Steady: the ratings go one way, by less than the smallest detectable change.</summary>
    TrendTooSmall,

    /// <summary>Steady: the latest is far from the first rating but not, the same way, from the first three taken together.</summary>
    FirstRatingStandsAlone,

    /// <summary>Steady: every rating is the same.</summary>
    AllAlike,

    /// <summary>Steady: no direction stands out.</summary>
    NoDirection,
}

/// <summary>
/// A verdict, why, and the numbers that say so: moves in points (positive for a rise), time in days; undefined (null) when ratings are too few.
/// </summary>
/// <param name="Ratings">How many ratings, one per instant.</param>
/// <param name="Days">From the first to the latest rating.</param>
/// <param name="TrendMove">Slope × window: how far the trend line moves from the first to the latest rating, in points.</param>
/// <param name="P">Of the trend, 0 to 1.</param>
/// <param name="SinceFirst">Latest minus first rating, in points.</param>
/// <param name="SinceFirstThree">Latest minus the median of the first three ratings, in points.</param>
/// <param name="Sdc">Smallest detectable change, in points.</param>
public sealed record VerdictReason(
    Verdict Verdict, VerdictReasonCode Code, int Ratings, double Days, double? TrendMove, double? P, int? SinceFirst, int? SinceFirstThree, double Sdc);
