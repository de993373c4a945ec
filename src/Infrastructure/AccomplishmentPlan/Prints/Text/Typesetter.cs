using System.Globalization;
using System.Text;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

/// <summary>A piece of a line in one font.</summary>
internal sealed record Span(string Text, Face Face, double Size, double Width);

/// <summary>A line as it is seen, from the left.</summary>
/// <param name="FromRight">True when it belongs to text that runs from right to left: it begins at the right edge.</param>
/// <param name="Meant">What it says, where that is not what is drawn: letters joined, put from right to left, or without a font.</param>
internal sealed record Line(IReadOnlyList<Span> Spans, double Width, bool FromRight, string? Meant);

/// <summary>Breaks words of any script into lines that fit, each letter in a font that has it; what no font has becomes an open square, and that is remembered.</summary>
internal sealed class Typesetter
{
    /// <summary>Stands for a character that cannot be printed.</summary>
    public const string Missing = "\u25A1";

    private readonly Dictionary<(TextStyle, string, string), Cluster> _clusters = [];

    /// <summary>True once something could not be printed.</summary>
    public bool LeftOut { get; private set; }

    public IReadOnlyList<Line> Lines(string text, TextStyle style, double width)
    {
        List<Line> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var clusters = Clusters(paragraph, style);
            var direction = Visual.BaseOf(clusters);
            foreach (var line in Break(clusters, width))
            {
                lines.Add(Set(line, direction, style.Size));
            }
        }

        return lines;
    }

    public double WidthOf(string text, TextStyle style) => Clusters(text, style).Sum(cluster => cluster.Width);

    private List<Cluster> Clusters(string paragraph, TextStyle style)
    {
        var kept = Kept(paragraph).Normalize(NormalizationForm.FormC);
        var letters = StringInfo.GetTextElementEnumerator(kept);
        List<Cluster> clusters = [];
        while (letters.MoveNext())
        {
            clusters.Add(ClusterOf(ArabicForms.At(kept, letters.ElementIndex, letters.GetTextElement()), letters.GetTextElement(), style));
        }

        return clusters;
    }

    private Cluster ClusterOf(string drawn, string letter, TextStyle style)
    {
        if (_clusters.TryGetValue((style, drawn, letter), out var known))
        {
            return known;
        }

        var face = FaceOf(style, drawn);
        if (face is null && Rune.GetRuneAt(drawn, 0).ToString() is var first && first != drawn)
        {
            // A sign put on a letter, a tone of skin, a family made of several people: the first of them is still something.
            (drawn, face, LeftOut) = (first, FaceOf(style, first), true);
        }

        if (face is null)
        {
            (drawn, face, LeftOut) = (Missing, style.Fallback, true);
        }

        var file = face.Value.File();
        var width = drawn.EnumerateRunes().Sum(rune => file.WidthOf(file.GlyphOf(rune.Value))) * style.Size / 1000;
        return _clusters[(style, drawn, letter)] = new Cluster(drawn, letter, face.Value, width, Cluster.DirectionOf(letter));
    }

    private static Face? FaceOf(TextStyle style, string text) =>
        Has(style.Face, text) ? style.Face : Has(style.Fallback, text) ? style.Fallback : null;

    private static bool Has(Face face, string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && face.File().GlyphOf(rune.Value) != 0);

    // Joiners, variants and marks of direction draw nothing; any other space is a space.
    private static string Kept(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(rune.Value is 0xA0 or 0x202F ? '\u00A0' : ' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && rune.Value is not (>= 0xFE00 and <= 0xFE0F))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString();
    }

    private static IEnumerable<IReadOnlyList<Cluster>> Break(List<Cluster> clusters, double width)
    {
        var (start, at, filled, lastSpace) = (0, 0, 0d, -1);
        while (at < clusters.Count)
        {
            if (filled + clusters[at].Width > width && at > start && !clusters[at].IsSpace)
            {
                // A word longer than the line is broken where the line ends.
                var end = lastSpace > start ? lastSpace : at;
                yield return [.. clusters.Skip(start).Take(end - start)];
                start = lastSpace > start ? lastSpace + 1 : at;
                (at, filled, lastSpace) = (start, 0, -1);
                continue;
            }

            lastSpace = clusters[at].IsSpace ? at : lastSpace;
            filled += clusters[at].Width;
            at++;
        }

        yield return [.. clusters.Skip(start)];
    }

    private static Line Set(IReadOnlyList<Cluster> line, Direction direction, double size)
    {
        var clusters = Visual.Order(line, direction);
        List<Span> spans = [];
        for (var i = 0; i < clusters.Count;)
        {
            var face = clusters[i].Face;
            var run = clusters.Skip(i).TakeWhile(cluster => cluster.Face == face).ToList();
            spans.Add(new Span(string.Concat(run.Select(cluster => cluster.Drawn)), face, size, run.Sum(cluster => cluster.Width)));
            i += run.Count;
        }

        var (meant, drawn) = (string.Concat(line.Select(cluster => cluster.Meant)), string.Concat(spans.Select(span => span.Text)));
        return new Line(spans, spans.Sum(span => span.Width), direction == Direction.Right, meant == drawn ? null : meant);
    }
}
