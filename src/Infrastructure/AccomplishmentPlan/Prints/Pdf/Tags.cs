using System.Globalization;
using static Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf.PdfObjects;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>What a piece of a page is, for programs that read it aloud.</summary>
internal enum Tag
{
    H1,
    H2,
    H3,
    P,

    /// <summary>An item of a list; those that follow one another make the list.</summary>
    LI,
    Figure,
}

/// <summary>The tree that says what each piece of each page is (ISO 32000-1, sections 14.7 and 14.8): it is what makes a PDF readable without seeing it.</summary>
internal sealed class Tags
{
    private readonly List<Element> _elements = [];
    private readonly List<List<Element>> _byPage = [];

    public void BeginPage() => _byPage.Add([]);

    /// <summary>Begins a piece on the current page; returns the operator that opens it.</summary>
    /// <param name="going">The piece that this one goes on with, from the page before; null for a new one.</param>
    /// <param name="tag">What it is.</param>
    /// <param name="alternative">The text that stands for a figure.</param>
    /// <param name="area">Where a figure is, in PDF's own measure.</param>
    public (Element Piece, string Operator) Begin(Element? going, Tag tag, string? alternative = null, string? area = null)
    {
        var piece = going;
        if (piece is null)
        {
            piece = new Element(tag, alternative, area);
            _elements.Add(piece);
        }

        var page = _byPage[^1];
        piece.Contents.Add((_byPage.Count - 1, page.Count));
        page.Add(piece);
        return (piece, $"/{(tag == Tag.LI ? "LBody" : tag)} << /MCID {(page.Count - 1).ToString(CultureInfo.InvariantCulture)} >> BDC");
    }

    /// <summary>Writes the tree and returns its root's number.</summary>
    public int Write(PdfObjects objects, IReadOnlyList<int> pages)
    {
        var (root, document) = (objects.Reserve(), objects.Reserve());
        List<int> children = [];
        for (var i = 0; i < _elements.Count; i++)
        {
            if (_elements[i].Tag != Tag.LI)
            {
                children.Add(_elements[i].Number = objects.Add(Written(_elements[i], document, pages)));
                continue;
            }

            var list = objects.Reserve();
            List<int> items = [];
            for (; i < _elements.Count && _elements[i].Tag == Tag.LI; i++)
            {
                var item = objects.Reserve();
                _elements[i].Number = objects.Add(Written(_elements[i], item, pages));
                objects.Set(item, $"<< /Type /StructElem /S /LI /P {list} 0 R /K [{_elements[i].Number} 0 R] >>");
                items.Add(item);
            }

            i--;
            objects.Set(list, $"<< /Type /StructElem /S /L /P {document} 0 R /K [{References(items)}] >>");
            children.Add(list);
        }

        objects.Set(document, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{References(children)}] >>");
        var parents = _byPage.Select((page, i) => $"{i} [{References(page.Select(piece => piece.Number))}]");
        var tree = objects.Add($"<< /Nums [{string.Join(' ', parents)}] >>");
        objects.Set(root, $"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree {tree} 0 R /ParentTreeNextKey {_byPage.Count} >>");
        return root;
    }

    private static string Written(Element piece, int parent, IReadOnlyList<int> pages)
    {
        var contents = piece.Contents.Select(content => $"<< /Type /MCR /Pg {pages[content.Page]} 0 R /MCID {content.Number} >>");
        var figure = piece.Tag == Tag.Figure ? $" /Alt {Words(piece.Alternative ?? "")} /A << /O /Layout /Placement /Block /BBox [{piece.Area}] >>" : "";
        return $"<< /Type /StructElem /S /{(piece.Tag == Tag.LI ? "LBody" : piece.Tag)} /P {parent} 0 R{figure} /K [{string.Join(' ', contents)}] >>";
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));

    /// <summary>A piece of the document, on one page or going on over several.</summary>
    internal sealed class Element(Tag tag, string? alternative, string? area)
    {
        public Tag Tag { get; } = tag;

        public string? Alternative { get; } = alternative;

        public string? Area { get; } = area;

        public List<(int Page, int Number)> Contents { get; } = [];

        public int Number { get; set; }
    }
}
