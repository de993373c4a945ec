using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;

/// <summary>Puts names beside points, each where it covers the fewest others.</summary>
internal static class Labels
{
    private const double Dot = 3.2;

    public static void Draw(Sheet sheet, Area area, IReadOnlyList<(string Name, Spot At, bool Middle)> points)
    {
        var style = new TextStyle(sheet.Look.LargeType ? 14 : 8.5);
        List<Area> taken = [.. points.Select(point => Around(point.At, Dot))];
        foreach (var (name, at, middle) in points)
        {
            sheet.Canvas.Disc(middle ? Look.Black : Look.Accent, at, Dot);
            var line = sheet.Typesetter.Lines(Short(name), middle ? style with { Bold = true } : style, 160)[0];
            var place = Candidates(at, line.Width, style.Leading).Select(candidate => Within(candidate, area)).MinBy(candidate => taken.Sum(other => Overlap(candidate, other)));
            taken.Add(place);
            sheet.Canvas.Fill(Ink.White, place);
            sheet.Draw(line with { FromRight = false }, place.X, place.Y + style.Size, place.Width, Look.Black);
        }
    }

    private static string Short(string name) => name.Length <= 24 ? name : string.Concat(name.AsSpan(0, 22).Trim(), "…");

    private static IEnumerable<Area> Candidates(Spot at, double width, double height)
    {
        foreach (var distance in (double[])[0, height * 0.7, height * 1.4])
        {
            yield return new Area(at.X + Dot + 2 + distance, at.Y - (height / 2), width, height);
            yield return new Area(at.X - Dot - 2 - width - distance, at.Y - (height / 2), width, height);
            yield return new Area(at.X - (width / 2), at.Y + Dot + distance, width, height);
            yield return new Area(at.X - (width / 2), at.Y - Dot - height - distance, width, height);
            yield return new Area(at.X + Dot + distance, at.Y + distance, width, height);
            yield return new Area(at.X - Dot - width - distance, at.Y - height - distance, width, height);
        }
    }

    private static Area Within(Area one, Area area) => new(
        Math.Clamp(one.X, area.X, Math.Max(area.X, area.Right - one.Width)), Math.Clamp(one.Y, area.Y, area.Bottom - one.Height), one.Width, one.Height);

    private static Area Around(Spot at, double reach) => new(at.X - reach, at.Y - reach, 2 * reach, 2 * reach);

    private static double Overlap(Area one, Area other) =>
        Math.Max(0, Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X)) * Math.Max(0, Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y));
}
