namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// How far values and times go the same way: S counts pairs that rise with time minus pairs that fall; TauB is S as a share of what it could be, −1 to 1.
/// </summary>
/// <remarks>
/// Kendall (1970, Rank Correlation Methods, ch. 3 and 4), whose example with ties on both sides is in KendallTauTests. Ties of either kind enter TauB and the
/// variance; a rating series has one rating per instant, so there only ties of value occur.
/// </remarks>
/// <param name="S">Pairs that rise minus pairs that fall.</param>
/// <param name="TauB">−1 to 1; undefined if all times or all values are alike.</param>
/// <param name="Variance">Of S if order were chance, given the ties.</param>
/// <param name="PairsApart">Pairs at different times.</param>
public readonly record struct KendallTau(long S, double? TauB, double Variance, long PairsApart)
{
    public static KendallTau Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values) => Compute(times, values, Ties.Of(values));

    internal static KendallTau Compute(ReadOnlySpan<long> times, ReadOnlySpan<int> values, in Ties valueTies)
    {
        if (times.Length != values.Length)
            throw new ArgumentException("As many times as values.", nameof(values));
        var timeTies = Ties.Of(times);
        var s = timeTies.Pairs == 0 && IsAscending(times) ? RisesMinusFalls(values) : RisesMinusFalls(times, values);
        long n = values.Length;
        var pairs = n * (n - 1) / 2;
        var (apart, different) = (pairs - timeTies.Pairs, pairs - valueTies.Pairs);
        double? tauB = apart == 0 || different == 0 ? null : s / Math.Sqrt((double)apart * different);
        return new KendallTau(s, tauB, VarianceOfS(n, timeTies, valueTies), apart);
    }

    // Kendall (1970), formula 4.3: 18·Var = n(n−1)(2n+5) − Σt(t−1)(2t+5) − Σu(u−1)(2u+5), and two terms that exist only with ties on both sides.
    private static double VarianceOfS(long n, in Ties t, in Ties u)
    {
        if (n < 2)
            return 0;
        var spread = (n * (n - 1.0) * ((2 * n) + 5)) - t.Spread - u.Spread;
        var ofPairs = 2.0 * t.Pairs * u.Pairs / (n * (n - 1.0));
        var ofTriples = n < 3 ? 0 : (double)t.Triples * u.Triples / (9.0 * n * (n - 1) * (n - 2));
        return (spread / 18) + ofPairs + ofTriples;
    }

    private static long RisesMinusFalls(ReadOnlySpan<int> values)
    {
        var s = 0L;
        for (var i = 0; i < values.Length - 1; i++)
        {
            var (value, net) = (values[i], 0);
            foreach (var later in values[(i + 1)..])
                net += Math.Sign(later - value);
            s += net;
        }

        return s;
    }

    private static long RisesMinusFalls(ReadOnlySpan<long> times, ReadOnlySpan<int> values)
    {
        var s = 0L;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
                s += times[j].CompareTo(times[i]) * Math.Sign(values[j] - values[i]);
        }

        return s;
    }

    private static bool IsAscending(ReadOnlySpan<long> times)
    {
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
                return false;
        }

        return true;
    }
}
