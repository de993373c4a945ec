namespace Barometre.Domain.QualityOfLife;

/// <summary>Thins a series for a picture without changing what it shows: first, last, highest and lowest always stay.</summary>
public static class Thinning
{
    /// <summary>The fewest points that can hold first, last, highest and lowest.</summary>
    public const int Fewest = 4;

    /// <summary>The indices to keep, rising, at most <paramref name="most"/>: the ends, the extremes, and the extremes of equal slices between.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below <see cref="Fewest"/>.</exception>
    public static IReadOnlyList<int> Keep(IReadOnlyList<short> values, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, Fewest);
        if (values.Count <= most)
        {
            return [.. Enumerable.Range(0, values.Count)];
        }

        var (lowest, highest) = Extremes(values, 0, values.Count);
        SortedSet<int> kept = [0, lowest, highest, values.Count - 1];
        // Two a slice: what is left of the budget is never exceeded, whichever of them are kept already.
        var slices = (most - kept.Count) / 2;
        for (var i = 0; i < slices; i++)
        {
            var (low, high) = Extremes(values, (int)((long)values.Count * i / slices), (int)((long)values.Count * (i + 1) / slices));
            kept.Add(low);
            kept.Add(high);
        }

        return [.. kept];
    }

    private static (int Lowest, int Highest) Extremes(IReadOnlyList<short> values, int from, int to)
    {
        var (lowest, highest) = (from, from);
        for (var i = from + 1; i < to; i++)
        {
            lowest = values[i] < values[lowest] ? i : lowest;
            highest = values[i] > values[highest] ? i : highest;
        }

        return (lowest, highest);
    }
}
