using System.Globalization;
using System.Security;
using System.Text;
using static Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf.PdfObjects;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>A tagged PDF file under way: pages, the glyphs they use, what each piece is.</summary>
internal sealed class PdfFile(double width, double height, string title, string language, DateTimeOffset madeAt)
{
    private readonly List<Canvas> _pages = [];
    private readonly SortedDictionary<Face, SortedDictionary<ushort, string>> _used = [];

    public Tags Tags { get; } = new();

    public int Pages => _pages.Count;

    public Canvas AddPage()
    {
        _pages.Add(new Canvas(height, Use));
        Tags.BeginPage();
        return _pages[^1];
    }

    public byte[] Write()
    {
        var objects = new PdfObjects();
        var (catalogue, tree) = (objects.Reserve(), objects.Reserve());
        var fonts = string.Join(' ', _used.Select(face => $"/F{(int)face.Key} {Font(objects, face.Key.File(), face.Value)} 0 R"));
        List<int> pages = [];
        foreach (var (number, page) in _pages.Index())
        {
            var content = objects.AddStream(page.Content);
            pages.Add(objects.Add(
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Number(width)} {Number(height)}] /Resources << /Font << {fonts} >> >> /Contents {content} 0 R /StructParents {number} /Tabs /S >>"));
        }

        objects.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        var structure = Tags.Write(objects, pages);
        var metadata = objects.AddStream(Encoding.UTF8.GetBytes(Xmp()), "/Type /Metadata /Subtype /XML", compress: false);
        objects.Set(catalogue,
            $"<< /Type /Catalog /Pages {tree} 0 R /Lang ({language}) /MarkInfo << /Marked true >> /StructTreeRoot {structure} 0 R /Metadata {metadata} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        var date = madeAt.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var info = objects.Add($"<< /Title {Words(title)} /Producer {Words("Baromètre")} /CreationDate ({date}) >>");
        return objects.File(catalogue, info, Guid.CreateVersion7(madeAt));
    }

    private void Use(Face face, ushort glyph, string text)
    {
        if (!_used.TryGetValue(face, out var glyphs))
        {
            _used[face] = glyphs = [];
        }

        glyphs.TryAdd(glyph, text);
    }

    private static int Font(PdfObjects objects, FontFile font, SortedDictionary<ushort, string> glyphs)
    {
        var subset = FontSubset.Of(font, glyphs.Keys);
        var file = objects.AddStream(subset, $"/Length1 {subset.Length}");
        // Six letters tell readers that it is a part of the font.
        var name = $"BAROME+{font.Name}";
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle {(font.Name.EndsWith("Italic", StringComparison.Ordinal) ? -12 : 0)} "
            + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {file} 0 R >>");
        var widths = string.Join(' ', glyphs.Keys.Select(glyph => $"{glyph} [{font.WidthOf(glyph)}]"));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 500 /W [{widths}] >>");
        var characters = objects.AddStream(Encoding.ASCII.GetBytes(Characters(glyphs)));
        return objects.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>");
    }

    /// <summary>From glyphs back to text, for search, copying and reading aloud.</summary>
    private static string Characters(SortedDictionary<ushort, string> glyphs)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Baro def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in glyphs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, text) in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    private string Xmp() => $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;
}
