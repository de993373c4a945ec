using System.Text;
using static Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf.PdfObjects;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>A colour: red, green, blue, each 0–255.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static readonly Ink White = new(255, 255, 255);

    public override string ToString() => $"{Number(Red / 255.0)} {Number(Green / 255.0)} {Number(Blue / 255.0)}";
}

/// <summary>A place on the page, in points from the upper left.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A part of the page, in points from the upper left.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>What is drawn on one page: lines, shapes, text, as PDF's own operators (ISO 32000-1, section 8).</summary>
internal sealed class Canvas(double height, Action<Face, ushort, string> used)
{
    // The share of a radius at which four Bézier curves make a circle.
    private const double Round = 0.5523;

    private readonly StringBuilder _content = new();

    public byte[] Content => Encoding.Latin1.GetBytes(_content.ToString());

    public void Raw(string operators) => _content.Append(operators).Append('\n');

    public void Line(Ink ink, double width, Spot from, Spot to, bool dotted = false) => Lines(ink, width, [from, to], dotted);

    public void Lines(Ink ink, double width, IReadOnlyList<Spot> points, bool dotted = false)
    {
        Raw($"q {ink} RG {Number(width)} w 1 j 1 J{(dotted ? " [0.8 2.4] 0 d" : "")}");
        Path(points);
        Raw("S Q");
    }

    public void Fill(Ink ink, IReadOnlyList<Spot> points)
    {
        Raw($"q {ink} rg");
        Path(points);
        Raw("h f Q");
    }

    public void Fill(Ink ink, Area area) => Raw($"q {ink} rg {Rectangle(area)} f Q");

    public void Frame(Ink ink, double width, Area area) => Raw($"q {ink} RG {Number(width)} w {Rectangle(area)} S Q");

    public void Disc(Ink ink, Spot centre, double radius) => Raw($"q {ink} rg {Circle(centre, radius)} f Q");

    public void Ring(Ink ink, double width, Spot centre, double radius) => Raw($"q {ink} RG {Number(width)} w [0.8 2.4] 0 d 1 J {Circle(centre, radius)} S Q");

    public void Text(Ink ink, Face face, double size, Spot baseline, string text)
    {
        var file = face.File();
        var glyphs = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = file.GlyphOf(rune.Value);
            used(face, glyph, rune.ToString());
            glyphs.Append(glyph.ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        Raw($"BT {ink} rg /F{(int)face} {Number(size)} Tf {Number(baseline.X)} {Number(height - baseline.Y)} Td <{glyphs}> Tj ET");
    }

    private void Path(IReadOnlyList<Spot> points)
    {
        Raw($"{At(points[0])} m");
        foreach (var point in points.Skip(1))
        {
            Raw($"{At(point)} l");
        }
    }

    private string Rectangle(Area area) => $"{Number(area.X)} {Number(height - area.Bottom)} {Number(area.Width)} {Number(area.Height)} re";

    private string Circle(Spot centre, double radius)
    {
        var pull = radius * Round;
        Spot Off(double x, double y) => new(centre.X + x, centre.Y + y);
        return $"{At(Off(radius, 0))} m {At(Off(radius, pull))} {At(Off(pull, radius))} {At(Off(0, radius))} c {At(Off(-pull, radius))} {At(Off(-radius, pull))} {At(Off(-radius, 0))} c "
            + $"{At(Off(-radius, -pull))} {At(Off(-pull, -radius))} {At(Off(0, -radius))} c {At(Off(pull, -radius))} {At(Off(radius, -pull))} {At(Off(radius, 0))} c";
    }

    private string At(Spot spot) => $"{Number(spot.X)} {Number(height - spot.Y)}";
}
