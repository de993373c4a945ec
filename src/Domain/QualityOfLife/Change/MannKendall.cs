namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>How a probability was had: from every possible order of the values, or from the normal approximation.</summary>
public enum PMethod
{
    Exact,
    Normal,
}

/// <summary>
/// Whether ratings rise or fall with time more than chance would have it: P is the probability (0 to 1, two-sided) of an S at least as far from 0 if
/// order were chance.
/// </summary>
/// <remarks>
/// Mann (1945, Econometrica 13:245–259), Kendall (1970, Rank Correlation Methods). Exact up to ten ratings, ties of value included; beyond that, and if two
/// ratings share an instant (never in a rating series), the normal approximation with tie and continuity correction. Ratings that resemble the one before make
/// P optimistic: see <see cref="Trend.AutocorrelationCaveat"/>. Checked in MannKendallTests.
/// </remarks>
/// <param name="S">Pairs that rise minus pairs that fall.</param>
/// <param name="TauB">−1 to 1; undefined if all values are alike.</param>
/// <param name="Variance">Of S if order were chance, given the ties.</param>
/// <param name="P">0 to 1, two-sided; 1 if all values are alike.</param>
/// <param name="Method">How P was had.</param>
public readonly record struct MannKendall(long S, double? TauB, double Variance, double P, PMethod Method)
{
    /// <summary>Up to this many ratings P is exact.</summary>
    public const int ExactUpTo = ExactKendall.Limit;

    public static MannKendall Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values) => Compute(times, values, out _);

    /// <summary>z = (S ∓ 1)/√Var, the one being the continuity correction: S moves in steps of two.</summary>
    public static double Z(long s, double variance) => s == 0 ? 0 : (s - Math.Sign(s)) / Math.Sqrt(variance);

    /// <summary>The two-sided probability by the normal approximation, with continuity correction; 1 if nothing could vary.</summary>
    public static double NormalP(long s, double variance) => Math.Min(1, 2 * NormalDistribution.UpperTail(Math.Abs(Z(s, variance))));

    internal static MannKendall Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values, out KendallTau tau)
    {
        var ties = Ties.Of(values);
        tau = KendallTau.Compute(times, values, ties);
        var n = values.Length;
        var oneValuePerInstant = tau.PairsApart == (long)n * (n - 1) / 2;
        return n <= ExactUpTo && oneValuePerInstant
            ? new MannKendall(tau.S, tau.TauB, tau.Variance, ExactKendall.TwoSidedP(tau.S, n, ties), PMethod.Exact)
            : new MannKendall(tau.S, tau.TauB, tau.Variance, NormalP(tau.S, tau.Variance), PMethod.Normal);
    }
}
