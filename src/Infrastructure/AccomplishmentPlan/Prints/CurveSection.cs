using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints;

/// <summary>The person's own curves, one below the other, each with its text.</summary>
internal static class CurveSection
{
    public static void Write(Sheet sheet, IReadOnlyList<PrintedCurve> curves, PrintWords words)
    {
        var look = sheet.Look;
        Section.Begin(sheet, words.Curves, look.Size * 15);
        if (curves.Count == 0)
        {
            sheet.Write(words.NoCurves, look.Aside, Tag.P);
            return;
        }

        sheet.Write(words.Scale, look.Small, Tag.P);
        sheet.Down(look.Size * 0.6);
        foreach (var curve in curves.Where(curve => curve.Ratings.Count > 1))
        {
            Curve(sheet, curve, words);
        }

        Single(sheet, [.. curves.Where(curve => curve.Ratings.Count == 1)], words);
    }

    private static void Curve(Sheet sheet, PrintedCurve curve, PrintWords words)
    {
        var look = sheet.Look;
        var ratings = curve.Ratings;
        var told = words.Curve(
            ratings[0].At, ratings[0].Rating, ratings[^1].At, ratings[^1].Rating, ratings.Min(one => one.Rating), ratings.Max(one => one.Rating), ratings.Count);
        var height = look.LargeType ? 96.0 : 62;
        sheet.Need(look.Strong.Leading + height + sheet.HeightOf(told, look.Small) + look.Size);
        sheet.Write(curve.Theme, look.Strong, Tag.H3);
        sheet.Picture(told, height, (canvas, area) => Draw(sheet, canvas, area, ratings, words));
        sheet.Write(told, look.Small, Tag.P);
        sheet.Down(look.Size * 0.8);
    }

    private static void Draw(Sheet sheet, Canvas canvas, Area area, IReadOnlyList<PrintedRating> ratings, PrintWords words)
    {
        var style = sheet.Look.Small with { Size = sheet.Look.LargeType ? 14 : 7.5 };
        var left = sheet.Typesetter.WidthOf("100", style) + 6;
        var plot = new Area(area.X + left, area.Y + 5, area.Width - left - 34, area.Height - style.Leading - 8);
        canvas.Fill(Look.Tint, plot);
        foreach (var level in (int[])[0, 50, 100])
        {
            var y = plot.Bottom - (plot.Height * level / 100);
            canvas.Line(Look.Hair, level == 50 ? 0.4 : 0.8, new Spot(plot.X, y), new Spot(plot.Right, y));
            if (level != 50)
            {
                sheet.Draw(sheet.Typesetter.Lines($"{level}", style, left)[0], area.X, y + (style.Size * 0.35), left, Look.Quiet);
            }
        }

        var (first, days) = (ratings[0].At, Math.Max(1, ratings[^1].At.DayNumber - ratings[0].At.DayNumber));
        Spot[] points = [.. ratings.Select(one => new Spot(
            plot.X + (plot.Width * (one.At.DayNumber - first.DayNumber) / days), plot.Bottom - (plot.Height * one.Rating / 100)))];
        canvas.Lines(Look.Accent, 1.8, points);
        var dot = points.Length > 60 ? 1.1 : 2.4;
        foreach (var point in points)
        {
            canvas.Disc(Look.Accent, point, dot);
        }

        var last = sheet.Typesetter.Lines($"{ratings[^1].Rating}", style with { Size = style.Size * 1.3, Bold = true }, 40)[0];
        sheet.Draw(last, plot.Right + 6, points[^1].Y + (style.Size * 0.45), 40, Look.Black);
        var under = plot.Bottom + style.Size + 3;
        sheet.Draw(sheet.Typesetter.Lines(words.ShortDay(first), style, 120)[0], plot.X, under, 120, Look.Quiet);
        sheet.Draw(sheet.Typesetter.Lines(words.ShortDay(ratings[^1].At), style, 120)[0] with { FromRight = true }, plot.Right - 120, under, 120, Look.Quiet);
    }

    private static void Single(Sheet sheet, IReadOnlyList<PrintedCurve> curves, PrintWords words)
    {
        if (curves.Count == 0)
        {
            return;
        }

        var look = sheet.Look;
        sheet.Need(look.Group.Leading + (look.Text.Leading * 2));
        sheet.Write(words.Once, look.Group, Tag.H3);
        foreach (var curve in curves)
        {
            sheet.Write(words.Rated(curve.Theme, curve.Ratings[0].Rating, curve.Ratings[0].At), look.Text, Tag.LI);
        }
    }
}
