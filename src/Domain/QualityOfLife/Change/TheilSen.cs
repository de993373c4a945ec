using System.Buffers;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// The pace of change: the median of the slopes between all pairs of ratings, in points per 30 days, and the interval that holds it, 95 % unless
/// told.
/// </summary>
/// <remarks>
/// Theil (1950), Sen (1968, J. Am. Stat. Assoc. 63:1379–1389), whose worked example is in TheilSenTests. Pairs at equal time have no slope and are left out.
/// The interval runs from the M-th smallest to the M-th largest slope, M = (pairs − z·√Var S)/2 to the nearest whole, half down, so that it is the same read
/// backwards. If M is below 1 (always with 4 ratings or fewer) so few ratings cannot bound the slope at that confidence, and the interval is undefined.
/// </remarks>
/// <param name="SlopePer30Days">Points per 30 days.</param>
/// <param name="Low">Points per 30 days; undefined with too few ratings.</param>
/// <param name="High">Points per 30 days; undefined with too few ratings.</param>
public readonly record struct TheilSen(double SlopePer30Days, double? Low, double? High)
{
    /// <summary>The confidence of the interval unless another is asked for.</summary>
    public const double UsualConfidence = 0.95;

    internal const double TicksPer30Days = 30.0 * TimeSpan.TicksPerDay;

    private const int OnTheStack = 128;

    private static readonly double UsualZ = TwoSidedZ(UsualConfidence);

    /// <param name="times">In ticks (100 ns), in any order.</param>
    /// <param name="values">In points, one per time.</param>
    /// <param name="confidence">Of the interval, strictly between 0 and 1.</param>
    /// <returns>Undefined (null) if no two ratings differ in time.</returns>
    public static TheilSen? Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values, double confidence = UsualConfidence) =>
        Compute(times, values, KendallTau.Compute(times, values), confidence);

    internal static TheilSen? Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values, in KendallTau tau, double confidence = UsualConfidence)
    {
        if (tau.PairsApart == 0)
            return null;
        var rented = times.Length > OnTheStack ? ArrayPool<double>.Shared.Rent(times.Length) : null;
        var offsets = (rented ?? stackalloc double[OnTheStack])[..times.Length];
        // From the first on: whole numbers of ticks below 2^53 (28 years) are exact, so equal slopes are found equal.
        for (var i = 0; i < times.Length; i++)
            offsets[i] = times[i] - times[0];
        var result = FromRanks(offsets, values, tau, confidence);
        if (rented is not null)
            ArrayPool<double>.Shared.Return(rented);
        return result;
    }

    private static TheilSen FromRanks(ReadOnlySpan<double> offsets, ReadOnlySpan<int> values, in KendallTau tau, double confidence)
    {
        var pairs = tau.PairsApart;
        var z = confidence == UsualConfidence ? UsualZ : TwoSidedZ(confidence);
        var m = (long)Math.Ceiling(((pairs - (z * Math.Sqrt(tau.Variance))) / 2) - 0.5);
        var outer = Math.Max(m, 1);
        // From 0: the lower bound, the middle one or two, the upper bound.
        ReadOnlySpan<long> ranks = [outer - 1, (pairs - 1) / 2, pairs / 2, pairs - outer];
        Span<double> slopes = stackalloc double[4];
        SlopeRanks.Select(offsets, values, pairs, ranks, slopes);
        var median = (slopes[1] + slopes[2]) / 2 * TicksPer30Days;
        return m < 1 ? new TheilSen(median, null, null) : new TheilSen(median, slopes[0] * TicksPer30Days, slopes[3] * TicksPer30Days);
    }

    private static double TwoSidedZ(double confidence)
    {
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Strictly between 0 and 1.");
        return NormalDistribution.Quantile((1 + confidence) / 2);
    }
}
