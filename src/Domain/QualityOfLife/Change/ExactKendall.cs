using System.Collections.Concurrent;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The exact distribution of Kendall's S over every order in which the same values could have come, for at most ten values, ties included.</summary>
/// <remarks>
/// With D untied pairs S = D − 2·inversions. The inversions of a multiset are counted by the coefficients of Π(1−qⁱ), i = 1…n, divided by Π(1−qʲ), j = 1…t,
/// for each group of t equal values (MacMahon 1915, Combinatory Analysis). Checked against the enumeration of all orders in MannKendallTests.
/// </remarks>
internal static class ExactKendall
{
    public const int Limit = 10;

    // At most five groups of two or more fit in ten: a digit of base 6 counts the groups of one size.
    private const int Base = 6;

    // One entry per way of tying at most ten values: 138 at most.
    private static readonly ConcurrentDictionary<(int N, int Pattern), double[]> Tails = new();

    public static int PatternOf(int size)
    {
        var digit = 1;
        for (var i = 2; i < size; i++)
            digit *= Base;
        return digit;
    }

    /// <summary>The probability of an S at least as far from 0, either way.</summary>
    public static double TwoSidedP(long s, int n, in Ties ties)
    {
        var tails = Tails.GetOrAdd((n, ties.Pattern), static key => ComputeTails(key.N, key.Pattern));
        return tails[Math.Abs(s)];
    }

    // tails[s] = P(|S| ≥ s)
    private static double[] ComputeTails(int n, int pattern)
    {
        var orders = CountByInversions(n, pattern);
        var untied = orders.Length - 1;
        var atLeast = new long[untied + 2];
        for (var inversions = 0; inversions <= untied; inversions++)
            atLeast[Math.Abs(untied - (2 * inversions))] += orders[inversions];
        for (var s = untied - 1; s >= 0; s--)
            atLeast[s] += atLeast[s + 1];
        return Array.ConvertAll(atLeast, count => (double)count / atLeast[0]);
    }

    private static long[] CountByInversions(int n, int pattern)
    {
        var sizes = GroupSizes(pattern);
        var untied = (n * (n - 1) / 2) - sizes.Sum(size => size * (size - 1) / 2);
        var counts = new long[untied + 1];
        counts[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            Multiply(counts, i);
            Divide(counts, 1);
        }

        // Values that are alone have group size 1, whose (1−q) was divided out above, as was one (1−q) for each member of a group.
        foreach (var size in sizes)
        {
            for (var j = 2; j <= size; j++)
            {
                Multiply(counts, 1);
                Divide(counts, j);
            }
        }

        return counts;
    }

    private static List<int> GroupSizes(int pattern)
    {
        var sizes = new List<int>();
        for (var size = 2; pattern > 0; size++, pattern /= Base)
        {
            for (var group = 0; group < pattern % Base; group++)
                sizes.Add(size);
        }

        return sizes;
    }

    // By (1 − q^power), power series cut at the highest count of inversions.
    private static void Multiply(long[] counts, int power)
    {
        for (var k = counts.Length - 1; k >= power; k--)
            counts[k] -= counts[k - power];
    }

    private static void Divide(long[] counts, int power)
    {
        for (var k = power; k < counts.Length; k++)
            counts[k] += counts[k - power];
    }
}
