using System.Buffers;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The k-th smallest of a list without sorting all of it (Hoare 1961, algorithm 65, with the median of three as pivot).</summary>
internal static class OrderStatistic
{
    /// <param name="numbers">Reordered in passing.</param>
    /// <param name="k">From 0.</param>
    public static double Kth(Span<double> numbers, int k)
    {
        var (left, right) = (0, numbers.Length - 1);
        while (left < right)
        {
            var pivot = MiddleOf(numbers[left], numbers[left + ((right - left) / 2)], numbers[right]);
            var (i, j) = (left, right);
            while (i <= j)
            {
                while (numbers[i] < pivot)
                    i++;
                while (numbers[j] > pivot)
                    j--;
                if (i <= j)
                {
                    (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
                    i++;
                    j--;
                }
            }

            // Between j and i everything equals the pivot.
            if (k > j && k < i)
                return pivot;
            (left, right) = k <= j ? (left, j) : (i, right);
        }

        return numbers[k];
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}

/// <summary>A growing list of numbers on borrowed memory, given back on disposal.</summary>
internal sealed class PooledNumbers(int capacity) : IDisposable
{
    private double[] _numbers = ArrayPool<double>.Shared.Rent(Math.Max(capacity, 16));

    public int Count { get; private set; }

    public Span<double> Span => _numbers.AsSpan(0, Count);

    public void Add(double number)
    {
        if (Count == _numbers.Length)
            Grow();
        _numbers[Count++] = number;
    }

    public int CountNegative()
    {
        var negatives = 0;
        foreach (var number in Span)
            negatives += number < 0 ? 1 : 0;
        return negatives;
    }

    public void Dispose() => ArrayPool<double>.Shared.Return(_numbers);

    private void Grow()
    {
        var larger = ArrayPool<double>.Shared.Rent(_numbers.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<double>.Shared.Return(_numbers);
        _numbers = larger;
    }
}
