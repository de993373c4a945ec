namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>How much each rating's distance from the trend line resembles the one before: −1 to 1, 0 for independent ratings.</summary>
/// <remarks>
/// r₁ = Σ(eᵢ−ē)(eᵢ₊₁−ē)/Σ(eᵢ−ē)², of the residuals e of the Theil–Sen line (Box &amp; Jenkins 1976, ch. 2). Neighbours are neighbours in order: the
/// time between them is not weighed. Checked in SerialCorrelationTests.
/// </remarks>
public static class SerialCorrelation
{
    // Ratings are whole points: residuals under a millionth of a point are rounding, and their correlation would be noise.
    private const double Rounding = 1e-6;

    /// <param name="ticks">In ascending order.</param>
    /// <param name="values">In points, one per time.</param>
    /// <param name="slopePer30Days">Of the line taken away, in points per 30 days.</param>
    /// <returns>Undefined (null) below 3 ratings, or if all lie on the line.</returns>
    public static double? LagOne(ReadOnlySpan<long> ticks, ReadOnlySpan<int> values, double slopePer30Days)
    {
        var n = values.Length;
        if (n < 3)
            return null;
        var slope = slopePer30Days / TheilSen.TicksPer30Days;
        var mean = 0.0;
        for (var i = 0; i < n; i++)
            mean += values[i] - (slope * (ticks[i] - ticks[0]));
        mean /= n;
        var (squares, products, before) = (0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var residual = values[i] - (slope * (ticks[i] - ticks[0])) - mean;
            squares += residual * residual;
            products += residual * before;
            before = residual;
        }

        return squares <= n * Rounding * Rounding ? null : products / squares;
    }
}
