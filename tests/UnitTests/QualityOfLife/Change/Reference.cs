namespace Barometre.UnitTests.QualityOfLife.Change;

/// <summary>The definitions taken literally, however slow: what the fast code must agree with.</summary>
internal static class Reference
{
    public static long S(long[] times, int[] values) =>
        Pairs(times.Length).Sum(pair => (long)times[pair.J].CompareTo(times[pair.I]) * values[pair.J].CompareTo(values[pair.I]));

    /// <summary>Per 30 days, in ascending order.</summary>
    public static double[] Slopes(long[] times, int[] values) =>
    [
        .. Pairs(times.Length)
            .Where(pair => times[pair.J] != times[pair.I])
            .Select(pair => (values[pair.J] - values[pair.I]) / (double)(times[pair.J] - times[pair.I]) * 30 * TimeSpan.TicksPerDay)
            .Order(),
    ];

    public static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    /// <summary>S of every order in which the values could have come.</summary>
    public static List<long> AllS(long[] times, int[] values) => [.. Orders([.. values]).Select(order => S(times, order))];

    private static IEnumerable<(int I, int J)> Pairs(int n) =>
        from i in Enumerable.Range(0, n)
        from j in Enumerable.Range(i + 1, n - i - 1)
        select (i, j);

    private static IEnumerable<int[]> Orders(List<int> values)
    {
        if (values.Count == 0)
            return [[]];
        return Enumerable.Range(0, values.Count)
            .SelectMany(i => Orders([.. values.Where((_, other) => other != i)]).Select(rest => (int[])[values[i], .. rest]));
    }
}
