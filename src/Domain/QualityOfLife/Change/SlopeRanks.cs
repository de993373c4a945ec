namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>Finds the k-th smallest of all slopes between pairs without keeping them all: 10,000 ratings have 50 million.</summary>
/// <remarks>
/// A sample of slopes gives a bracket that very likely holds the ranks asked for; one pass counts the slopes below it and keeps only those inside.
/// The counts tell whether it held them; if not the bracket widens, so the answer is exact whatever the sample (Floyd &amp; Rivest 1975, Commun. ACM
/// 18:165–172). Slopes of exactly 0 are counted, not kept: people choose the same number often.
/// </remarks>
internal static class SlopeRanks
{
    // Below this many pairs sampling costs more than it saves.
    private const int KeepAllUpTo = 8192;
    private const int SampleSize = 4096;

    // Four standard errors of a sample's median, as a share of the ranks: missed about once in ten thousand.
    private static readonly double FirstMargin = 4 * 0.5 / Math.Sqrt(SampleSize);

    /// <param name="times">Whole ticks from a common origin.</param>
    /// <param name="values">In points.</param>
    /// <param name="pairs">How many pairs lie at different times.</param>
    /// <param name="ranks">From 0, in ascending order.</param>
    /// <param name="slopes">Receives points per tick, one per rank.</param>
    public static void Select(ReadOnlySpan<double> times, ReadOnlySpan<int> values, long pairs, ReadOnlySpan<long> ranks, Span<double> slopes)
    {
        if (pairs <= KeepAllUpTo)
        {
            TrySelect(times, values, Bracket.Everything, ranks, slopes);
            return;
        }

        var sample = Sample(times, values);
        var margin = FirstMargin;
        while (!TrySelect(times, values, Bracket.Around((double)ranks[0] / pairs, (double)ranks[^1] / pairs, margin, sample), ranks, slopes))
            margin *= 2;
    }

    private static double[] Sample(ReadOnlySpan<double> times, ReadOnlySpan<int> values)
    {
        var sample = new double[SampleSize];
        var taken = 0;
        // Always the same draw, so the time taken is the same too; the answer does not hang on it.
        var state = 0x9E3779B97F4A7C15UL;
        for (var draw = 0; draw < 4 * SampleSize && taken < SampleSize; draw++)
        {
            var (i, j) = (Draw(ref state, times.Length), Draw(ref state, times.Length));
            if (times[i] != times[j])
                sample[taken++] = (values[j] - values[i]) / (times[j] - times[i]);
        }

        Array.Resize(ref sample, taken);
        Array.Sort(sample);
        return sample;
    }

    // Marsaglia (2003), xorshift64.
    private static int Draw(ref ulong state, int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)Math.BigMul(state, (ulong)below, out _);
    }

    private static bool TrySelect(ReadOnlySpan<double> times, ReadOnlySpan<int> values, Bracket bracket, ReadOnlySpan<long> ranks, Span<double> slopes)
    {
        using var inside = new PooledNumbers(Math.Min(KeepAllUpTo, times.Length * (times.Length - 1) / 2));
        var (below, zeros) = CountAndKeep(times, values, bracket, inside);
        var zerosInside = bracket is { Low: <= 0, High: >= 0 } ? zeros : 0;
        if (ranks[0] < below || ranks[^1] >= below + inside.Count + zerosInside)
            return false;
        var negatives = inside.CountNegative();
        for (var i = 0; i < ranks.Length; i++)
        {
            var rank = ranks[i] - below;
            if (rank < negatives)
                slopes[i] = OrderStatistic.Kth(inside.Span, (int)rank);
            else
                slopes[i] = rank < negatives + zerosInside ? 0 : OrderStatistic.Kth(inside.Span, (int)(rank - zerosInside));
        }

        return true;
    }

    // The hot loop: sums of conditions rather than branches, which would be guessed wrong half of the time.
    private static (long Below, long Zeros) CountAndKeep(ReadOnlySpan<double> times, ReadOnlySpan<int> values, Bracket bracket, PooledNumbers inside)
    {
        var (low, high) = (bracket.Low, bracket.High);
        var (below, zeros) = (0L, 0L);
        for (var i = 0; i < times.Length - 1; i++)
        {
            var (time, value) = (times[i], values[i]);
            var laterTimes = times[(i + 1)..];
            var laterValues = values[(i + 1)..][..laterTimes.Length];
            for (var j = 0; j < laterTimes.Length; j++)
            {
                var elapsed = laterTimes[j] - time;
                if (elapsed == 0)
                    continue;
                var rise = laterValues[j] - value;
                var slope = rise / elapsed;
                zeros += rise == 0 ? 1 : 0;
                below += slope < low ? 1 : 0;
                if ((rise != 0) & (slope >= low) & (slope <= high))
                    inside.Add(slope);
            }
        }

        return (below, zeros);
    }

    private readonly record struct Bracket(double Low, double High)
    {
        public static Bracket Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

        public static Bracket Around(double lowShare, double highShare, double margin, double[] sorted)
        {
            var low = (int)Math.Floor((lowShare - margin) * sorted.Length);
            var high = (int)Math.Ceiling((highShare + margin) * sorted.Length);
            return new Bracket(low < 0 ? double.NegativeInfinity : sorted[low], high >= sorted.Length ? double.PositiveInfinity : sorted[high]);
        }
    }
}
