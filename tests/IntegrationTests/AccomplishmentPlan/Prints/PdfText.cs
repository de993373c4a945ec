using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Prints;

/// <summary>Reads a PDF as a program that reads aloud does: by its table of objects, its fonts' characters, and the text that stands for what is drawn.</summary>
internal sealed partial class PdfText
{
    private readonly Dictionary<int, string> _objects = [];

    public PdfText(byte[] pdf)
    {
        var file = Encoding.Latin1.GetString(pdf);
        var table = int.Parse(Last().Match(file).Groups["a"].Value, CultureInfo.InvariantCulture);
        var places = Place().Matches(file[table..]).Select(match => int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture)).ToList();
        foreach (var (number, place) in places.Index())
        {
            var head = $"{number + 1} 0 obj\n";
            Assert.Equal(head, file.Substring(place, head.Length));
            _objects[number + 1] = file[place..file.IndexOf("\nendobj\n", place, StringComparison.Ordinal)];
        }
    }

    public string All => string.Concat(_objects.Values.Where(one => !one.Contains("\nstream\n", StringComparison.Ordinal)));

    /// <summary>Everything that is said, each line apart, in the order of the pages; what is decoration left out.</summary>
    public string Said
    {
        get
        {
            var said = new StringBuilder();
            foreach (var page in _objects.Values.Where(one => one.Contains("/Type /Page ", StringComparison.Ordinal)))
            {
                var fonts = Font().Matches(page).ToDictionary(match => match.Groups["a"].Value, match => Characters(int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture)), StringComparer.Ordinal);
                Page(Stream(Reference(page, "Contents")), fonts, said);
            }

            return said.ToString();
        }
    }

    private static void Page(string content, Dictionary<string, Dictionary<string, string>> fonts, StringBuilder said)
    {
        // What is open: a piece of the document, a decoration, or words that stand for what is drawn.
        Stack<string> open = [];
        foreach (var line in content.Split('\n'))
        {
            if (line.EndsWith(" BMC", StringComparison.Ordinal) || line.EndsWith(" BDC", StringComparison.Ordinal))
            {
                open.Push(line);
                if (line.StartsWith("/Span", StringComparison.Ordinal) && !open.Any(IsDecoration))
                {
                    said.Append(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(Meant().Match(line).Groups["a"].Value))).Append('\n');
                }
            }
            else if (line == "EMC")
            {
                open.Pop();
            }
            else if (Drawn().Match(line) is { Success: true } text && !open.Any(one => IsDecoration(one) || one.StartsWith("/Span", StringComparison.Ordinal)))
            {
                Assert.NotEmpty(open);
                said.Append(string.Concat(text.Groups["b"].Value.Chunk(4).Select(glyph => fonts[text.Groups["a"].Value][new string(glyph)]))).Append('\n');
            }
        }

        Assert.Empty(open);
    }

    private static bool IsDecoration(string open) => open.StartsWith("/Artifact", StringComparison.Ordinal);

    private Dictionary<string, string> Characters(int font) => Pair().Matches(Stream(Reference(_objects[font], "ToUnicode")))
        .ToDictionary(match => match.Groups["a"].Value, match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["b"].Value)), StringComparer.Ordinal);

    private static int Reference(string from, string name) => int.Parse(Regex.Match(from, $"/{name} (?<a>\\d+) 0 R", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["a"].Value, CultureInfo.InvariantCulture);

    private string Stream(int number)
    {
        var bytes = Encoding.Latin1.GetBytes(_objects[number].Split("\nstream\n", 2)[1]);
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("startxref\n(?<a>\\d+)\n%%EOF\n\\z", RegexOptions.None, 1000)]
    private static partial Regex Last();

    [GeneratedRegex("^(?<a>\\d{10}) 00000 n $", RegexOptions.Multiline, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("/(?<a>F\\d) (?<b>\\d+) 0 R", RegexOptions.None, 1000)]
    private static partial Regex Font();

    [GeneratedRegex("<FEFF(?<a>[0-9A-F]*)>", RegexOptions.None, 1000)]
    private static partial Regex Meant();

    [GeneratedRegex("/(?<a>F\\d) [\\d.]+ Tf .* <(?<b>[0-9A-F]+)> Tj ET$", RegexOptions.None, 1000)]
    private static partial Regex Drawn();

    [GeneratedRegex("^<(?<a>[0-9A-F]{4})> <(?<b>[0-9A-F]+)>$", RegexOptions.Multiline, 1000)]
    private static partial Regex Pair();
}
