namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The standard normal distribution: probabilities from 0 to 1 of a standardised deviation, and the deviation of a probability.</summary>
/// <remarks>
/// Near the centre: the series of Marsaglia (2004, J. Stat. Softw. 11:4). In the tail: Laplace's continued fraction (Abramowitz &amp; Stegun 1964, 26.2.14),
/// which keeps small probabilities exact to their last digits. Checked in NormalDistributionTests.
/// </remarks>
public static class NormalDistribution
{
    private const double InverseRootTwoPi = 0.39894228040143267794;

    // From here on 0.5 minus the series would lose digits to cancellation, and the fraction is settled by its 80th term.
    private const double TailStart = 2.5;
    private const int TailTerms = 80;

    /// <summary>The probability of a deviation at most <paramref name="z"/>.</summary>
    public static double Cdf(double z) => UpperTail(-z);

    /// <summary>The probability of a deviation of at least <paramref name="z"/>.</summary>
    public static double UpperTail(double z)
    {
        if (z < 0)
            return 1 - UpperTail(-z);
        return z < TailStart ? 0.5 - (Density(z) * CentreSeries(z)) : Density(z) / TailFraction(z);
    }

    /// <summary>The deviation that is exceeded with probability 1 − <paramref name="probability"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not strictly between 0 and 1.</exception>
    public static double Quantile(double probability)
    {
        if (!(probability is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Strictly between 0 and 1.");
        return probability < 0.5 ? -UpperQuantile(probability) : UpperQuantile(1 - probability);
    }

    // Newton from 0: the distribution is concave to the right of it, so every step stays below the root and none overshoots.
    private static double UpperQuantile(double tail)
    {
        var z = 0.0;
        while (true)
        {
            var step = (UpperTail(z) - tail) / Density(z);
            z += step;
            if (step <= 1e-15 * Math.Max(1, z))
                return z;
        }
    }

    private static double Density(double z) => InverseRootTwoPi * Math.Exp(-0.5 * z * z);

    // z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …
    private static double CentreSeries(double z)
    {
        var term = z;
        var sum = z;
        for (var odd = 3; term > sum * 1e-17; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return sum;
    }

    // z + 1/(z + 2/(z + 3/(z + …)))
    private static double TailFraction(double z)
    {
        var fraction = z;
        for (var k = TailTerms; k >= 1; k--)
            fraction = z + (k / fraction);
        return fraction;
    }
}
