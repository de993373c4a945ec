using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints;

/// <summary>The strengths: those the person is proudest of, then by domain of life.</summary>
internal static class StrengthSection
{
    public static void Write(Sheet sheet, IReadOnlyList<PrintedStrength> strengths, PrintWords words)
    {
        Section.Begin(sheet, words.Strengths);
        if (strengths.Count == 0)
        {
            sheet.Write(words.NoStrengths, sheet.Look.Aside, Tag.P);
        }

        Group(sheet, words.Proud, [.. strengths.Where(strength => strength.Pinned)], words);
        foreach (var domain in strengths.Where(strength => !strength.Pinned).GroupBy(strength => strength.Domain))
        {
            Group(sheet, domain.Key, [.. domain], words);
        }
    }

    private static void Group(Sheet sheet, string title, IReadOnlyList<PrintedStrength> strengths, PrintWords words)
    {
        var look = sheet.Look;
        if (strengths.Count == 0)
        {
            return;
        }

        sheet.Need(look.Group.Leading + (look.Text.Leading * 2));
        sheet.Write(title, look.Group, Tag.H3);
        foreach (var strength in strengths)
        {
            sheet.Need(look.Text.Leading);
            var middle = sheet.Y + (look.Size * 0.72);
            sheet.Decorate(canvas => canvas.Disc(Look.Accent, new Spot(look.Margin + (look.Size * 0.68), middle), look.Size * 0.18));
            string?[] more = [strength.Time == "now" ? null : words.Time(strength.Time), strength.Resource, strength.OthersWords is { } whose ? words.WordsOf(whose) : null];
            var aside = string.Join(words.Between, more.OfType<string>());
            sheet.Write(aside.Length == 0 ? strength.Words : $"{strength.Words} ({aside})", look.Text, Tag.LI, look.Size * 1.5);
        }

        sheet.Down(look.Size * 0.7);
    }
}

/// <summary>The map, drawn and told.</summary>
internal static class MapSection
{
    public static void Write(Sheet sheet, PrintedMap map, PrintWords words)
    {
        var look = sheet.Look;
        var height = Math.Min(look.Width, look.LargeType ? 480 : 400);
        Section.Begin(sheet, words.Map, map.People.Count == 0 ? 0 : height + (look.Text.Leading * 2));
        if (map.People.Count == 0)
        {
            sheet.Write(words.NoMap, look.Aside, Tag.P);
            return;
        }

        sheet.Write(words.Near, look.Small, Tag.P);
        sheet.Down(look.Size * 0.5);
        sheet.Picture(words.MapAs(map.People.Count), height, (canvas, area) => Draw(sheet, canvas, area, map, words));
        sheet.Down(look.Size);
        foreach (var sentence in map.Sentences)
        {
            sheet.Write(sentence, look.Text, Tag.P);
        }
    }

    private static void Draw(Sheet sheet, Canvas canvas, Area area, PrintedMap map, PrintWords words)
    {
        var look = sheet.Look;
        var centre = new Spot(area.X + (area.Width / 2), area.Y + (area.Height / 2));
        var rim = (area.Height / 2) - look.Size;
        foreach (var ring in (double[])[1, 2.0 / 3, 1.0 / 3])
        {
            canvas.Ring(Look.Hair, 0.8, centre, rim * ring);
        }

        var places = map.People.Select((person, i) => Place(centre, rim, person, i, map.People.Count)).ToList();
        foreach (var (one, other) in map.Ties)
        {
            canvas.Line(Look.Hair, 0.7, places[one], places[other]);
        }

        Labels.Draw(sheet, area, [(words.Me, centre, true), .. map.People.Select((person, i) => (person.Name, places[i], false))]);
    }

    // Somebody who was never placed stands outside the rings, spread evenly.
    private static Spot Place(Spot centre, double rim, PrintedNeighbour person, int number, int people)
    {
        var angle = ((person.Angle ?? (360.0 * number / people)) - 90) * Math.PI / 180;
        var reach = rim * (person.Radius is { } radius ? 0.12 + (0.86 * Math.Clamp(radius, 0, 1)) : 1);
        return new Spot(centre.X + (reach * Math.Cos(angle)), centre.Y + (reach * Math.Sin(angle)));
    }
}
