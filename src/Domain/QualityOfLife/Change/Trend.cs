using System.Buffers;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// How numbers move over time: pace in points per 30 days with its 95 % interval, agreement of order (S, TauB), and the probability of that order by
/// chance.
/// </summary>
/// <param name="SlopePer30Days">Theil–Sen, points per 30 days.</param>
/// <param name="SlopeLow">Lower end of the 95 % interval; undefined with too few ratings.</param>
/// <param name="SlopeHigh">Upper end of the 95 % interval; undefined with too few ratings.</param>
/// <param name="S">Mann–Kendall: pairs that rise minus pairs that fall.</param>
/// <param name="TauB">−1 to 1; undefined if all values are alike.</param>
/// <param name="P">0 to 1, two-sided.</param>
/// <param name="PMethod">How P was had.</param>
/// <param name="Autocorrelation">Of neighbouring residuals, −1 to 1; undefined below 3 numbers or if all lie on the line.</param>
/// <param name="Count">How many numbers, one per instant.</param>
public sealed record Trend(
    double SlopePer30Days, double? SlopeLow, double? SlopeHigh, long S, double? TauB, double P, PMethod PMethod, double? Autocorrelation, int Count)
{
    /// <summary>Neighbours more alike than this make P optimistic.</summary>
    public const double CaveatAbove = 0.3;

    /// <summary>Below this many numbers an autocorrelation is too uncertain to warn of.</summary>
    public const int CaveatFrom = 20;

    private const int OnTheStack = 128;

    /// <summary>True when P is optimistic because neighbouring numbers resemble each other, or alternate, more than chance would have it.</summary>
    public bool AutocorrelationCaveat => Count >= CaveatFrom && Autocorrelation is { } r && Math.Abs(r) > CaveatAbove;

    /// <summary>The trend of a series; undefined below two ratings.</summary>
    public static Trend? Of(RatingSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var n = series.Count;
        var (rentedTicks, rentedValues) = n > OnTheStack ? (ArrayPool<long>.Shared.Rent(n), ArrayPool<int>.Shared.Rent(n)) : (null, null);
        var ticks = (rentedTicks ?? stackalloc long[OnTheStack])[..n];
        var values = (rentedValues ?? stackalloc int[OnTheStack])[..n];
        series.CopyTo(ticks, values);
        var trend = Of(ticks, values);
        if (rentedTicks is not null && rentedValues is not null)
        {
            ArrayPool<long>.Shared.Return(rentedTicks);
            ArrayPool<int>.Shared.Return(rentedValues);
        }

        return trend;
    }

    /// <param name="ticks">In ascending order.</param>
    /// <param name="values">One per time.</param>
    internal static Trend? Of(ReadOnlySpan<long> ticks, ReadOnlySpan<int> values)
    {
        var test = MannKendall.Compute(ticks, values, out var tau);
        if (TheilSen.Compute(ticks, values, tau) is not { } line)
            return null;
        return new Trend(
            line.SlopePer30Days, line.Low, line.High, test.S, test.TauB, test.P, test.Method,
            SerialCorrelation.LagOne(ticks, values, line.SlopePer30Days), values.Length);
    }
}
