using System.Text;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

/// <summary>Which way a piece of text runs.</summary>
internal enum Direction
{
    Neutral,
    Left,
    Right,
}

/// <summary>What a reader takes for one letter, with the font that has it.</summary>
/// <param name="Drawn">The characters whose glyphs are drawn.</param>
/// <param name="Meant">The characters that were written.</param>
/// <param name="Width">In points.</param>
internal sealed record Cluster(string Drawn, string Meant, Face Face, double Width, Direction Direction)
{
    public bool IsSpace => Meant is " ";

    public static Direction DirectionOf(string text)
    {
        var rune = Rune.GetRuneAt(text, 0);
        return rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) && !Rune.IsDigit(rune) ? Direction.Right
            : Rune.IsLetterOrDigit(rune) ? Direction.Left
            : Direction.Neutral;
    }
}

/// <summary>Puts a line in the order in which it is seen: text that runs from right to left beside text that runs from left to right.</summary>
/// <remarks>The Unicode bidirectional algorithm (UAX 9) without explicit marks, which are left out before: enough for names and sentences.</remarks>
internal static class Visual
{
    private const string Mirrored = "()[]{}<>«»‹›";

    /// <summary>The direction of the first letter that has one.</summary>
    public static Direction BaseOf(IEnumerable<Cluster> clusters) => clusters.FirstOrDefault(one => one.Direction != Direction.Neutral)?.Direction ?? Direction.Left;

    public static IReadOnlyList<Cluster> Order(IReadOnlyList<Cluster> line, Direction wanted)
    {
        if (wanted != Direction.Right && line.All(one => one.Direction != Direction.Right))
        {
            return line;
        }

        var levels = Levels(line, wanted);
        var seen = line.Select((one, i) => levels[i] % 2 == 1 ? Mirror(one) : one).ToArray();
        for (var level = levels.Max(); level >= 1; level--)
        {
            for (var start = 0; start < seen.Length; start++)
            {
                var end = start;
                while (end < seen.Length && levels[end] >= level)
                {
                    end++;
                }

                if (end > start)
                {
                    Array.Reverse(seen, start, end - start);
                    start = end;
                }
            }
        }

        return seen;
    }

    private static int[] Levels(IReadOnlyList<Cluster> line, Direction wanted)
    {
        var levels = new int[line.Count];
        for (var i = 0; i < line.Count; i++)
        {
            var direction = line[i].Direction;
            if (direction == Direction.Neutral)
            {
                // Between two of a kind it goes with them; else with the paragraph.
                var (before, after) = (Nearest(line, i, -1) ?? wanted, Nearest(line, i, 1) ?? wanted);
                direction = before == after ? before : wanted;
            }

            levels[i] = direction == Direction.Right ? 1 : wanted == Direction.Right ? 2 : 0;
            if (Opening(line, i) is { } opening)
            {
                // A pair of brackets goes one way.
                levels[i] = levels[opening];
            }
        }

        return levels;
    }

    private static int? Opening(IReadOnlyList<Cluster> line, int closing)
    {
        var place = Mirrored.IndexOf(line[closing].Drawn, StringComparison.Ordinal);
        for (var i = closing - 1; place % 2 == 1 && i >= 0; i--)
        {
            if (line[i].Drawn == Mirrored[place - 1].ToString())
            {
                return i;
            }
        }

        return null;
    }

    private static Direction? Nearest(IReadOnlyList<Cluster> line, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < line.Count; i += step)
        {
            if (line[i].Direction != Direction.Neutral)
            {
                return line[i].Direction;
            }
        }

        return null;
    }

    private static Cluster Mirror(Cluster one) =>
        Mirrored.IndexOf(one.Drawn, StringComparison.Ordinal) is >= 0 and var place ? one with { Drawn = Mirrored[place ^ 1].ToString() } : one;
}
