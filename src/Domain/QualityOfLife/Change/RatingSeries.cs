namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// The ratings of one theme in one perspective, in order of time, one per instant: whatever order they arrive in, and however often, the series is the same.
/// </summary>
/// <remarks>At one instant the last recorded rating is kept: a correction replaces what it corrects.</remarks>
public sealed class RatingSeries
{
    private readonly RatingPoint[] _points;

    private RatingSeries(RatingPoint[] points) => _points = points;

    /// <summary>A series without ratings.</summary>
    public static RatingSeries Empty { get; } = new([]);

    /// <summary>How many ratings, one per instant.</summary>
    public int Count => _points.Length;

    /// <summary>The ratings, earliest first.</summary>
    public ReadOnlySpan<RatingPoint> Points => _points;

    public RatingPoint? First => Count == 0 ? null : _points[0];

    public RatingPoint? Previous => Count < 2 ? null : _points[^2];

    public RatingPoint? Latest => Count == 0 ? null : _points[^1];

    /// <summary>The time from the first to the latest rating; zero below two ratings.</summary>
    public TimeSpan Span => Count < 2 ? TimeSpan.Zero : _points[^1].At - _points[0].At;

    public static RatingSeries From(IEnumerable<RatingPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var ordered = points.ToArray();
        if (IsStrictlyOrdered(ordered))
            return new RatingSeries(ordered);
        Array.Sort(ordered, Compare);
        return new RatingSeries(ordered[..KeepLastOfEachInstant(ordered)]);
    }

    /// <summary>The ratings at or after an instant.</summary>
    public RatingSeries Since(DateTimeOffset start)
    {
        var skipped = 0;
        while (skipped < _points.Length && _points[skipped].At < start)
            skipped++;
        return skipped == 0 ? this : new RatingSeries(_points[skipped..]);
    }

    internal void CopyTo(Span<long> ticks, Span<int> values)
    {
        for (var i = 0; i < _points.Length; i++)
        {
            ticks[i] = _points[i].At.UtcTicks;
            values[i] = _points[i].Value;
        }
    }

    // Rows read from the database are in order already: most series are not sorted again.
    private static bool IsStrictlyOrdered(RatingPoint[] points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i].At <= points[i - 1].At)
                return false;
        }

        return true;
    }

    // The value comes last so that the result never hangs on the order of arrival, even if a sequence were given twice.
    private static int Compare(RatingPoint left, RatingPoint right)
    {
        var byTime = left.At.CompareTo(right.At);
        if (byTime != 0)
            return byTime;
        var bySequence = left.Sequence.CompareTo(right.Sequence);
        return bySequence != 0 ? bySequence : left.Value.CompareTo(right.Value);
    }

    private static int KeepLastOfEachInstant(RatingPoint[] ordered)
    {
        var kept = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var replacedByTheNext = i + 1 < ordered.Length && ordered[i + 1].At == ordered[i].At;
            if (!replacedByTheNext)
                ordered[kept++] = ordered[i];
        }

        return kept;
    }
}
