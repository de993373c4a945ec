using System.Buffers;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>
/// What a rank test needs to know of the groups of equal numbers in a list: tied pairs, the sums of the variance, and a key of the group sizes.
/// </summary>
internal readonly record struct Ties
{
    private const int OnTheStack = 256;

    /// <summary>Σ t(t−1)/2.</summary>
    public long Pairs { get; private init; }

    /// <summary>Σ t(t−1)(t−2).</summary>
    public long Triples { get; private init; }

    /// <summary>Σ t(t−1)(2t+5).</summary>
    public long Spread { get; private init; }

    /// <summary>For lists of at most ten: the same for the same group sizes, whatever their order, and different otherwise.</summary>
    public int Pattern { get; private init; }

    public static Ties Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IComparable<T>
    {
        if (IsStrictlyAscending(numbers))
            return default;
        var rented = numbers.Length > OnTheStack ? ArrayPool<T>.Shared.Rent(numbers.Length) : null;
        var sorted = (rented ?? stackalloc T[OnTheStack])[..numbers.Length];
        numbers.CopyTo(sorted);
        sorted.Sort();
        var ties = OfSorted<T>(sorted);
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented);
        return ties;
    }

    private static Ties OfSorted<T>(ReadOnlySpan<T> sorted)
        where T : unmanaged, IComparable<T>
    {
        var ties = default(Ties);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].CompareTo(sorted[start]) == 0)
                end++;
            ties = ties.With(end - start);
            start = end;
        }

        return ties;
    }

    private Ties With(long size) => size < 2 ? this : new()
    {
        Pairs = Pairs + (size * (size - 1) / 2),
        Triples = Triples + (size * (size - 1) * (size - 2)),
        Spread = Spread + (size * (size - 1) * ((2 * size) + 5)),
        Pattern = size <= ExactKendall.Limit ? Pattern + ExactKendall.PatternOf((int)size) : 0,
    };

    private static bool IsStrictlyAscending<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IComparable<T>
    {
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i].CompareTo(numbers[i - 1]) <= 0)
                return false;
        }

        return true;
    }
}
