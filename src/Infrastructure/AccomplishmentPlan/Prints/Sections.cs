using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints;

/// <summary>What the parts of a print have in common.</summary>
internal static class Section
{
    /// <summary>The part's title, never alone at the foot of a page.</summary>
    public static void Begin(Sheet sheet, string title, double withAtLeast = 0)
    {
        var look = sheet.Look;
        sheet.Down(look.Size * 1.6);
        sheet.Need(look.Section.Leading + (look.Size * 3) + withAtLeast);
        sheet.Write(title, look.Section, Tag.H2, ink: Look.Accent);
        sheet.Decorate(canvas => canvas.Line(Look.Accent, 1.4, new Spot(look.Margin, sheet.Y + 2), new Spot(look.Margin + 46, sheet.Y + 2)));
        sheet.Down(look.Size);
    }
}

/// <summary>The stars, most important first.</summary>
internal static class StarSection
{
    public static void Write(Sheet sheet, IReadOnlyList<PrintedStar> stars, PrintWords words)
    {
        Section.Begin(sheet, words.Stars);
        if (stars.Count == 0)
        {
            sheet.Write(words.NoStars, sheet.Look.Aside, Tag.P);
        }

        var look = sheet.Look;
        var indent = look.Size * 2;
        foreach (var (number, star) in stars.Index())
        {
            sheet.Need(look.Words.Leading + look.Small.Leading);
            var centre = new Spot(look.Margin + (look.Size * 0.75), sheet.Y + (look.Size * 0.75));
            sheet.Decorate(canvas => canvas.Fill(Look.Accent, Points(centre, look.Size * 0.72)));
            sheet.Write(star.Theme, look.Words, Tag.P, indent);
            sheet.Write(words.Star(number + 1, star.Rating, star.At), look.Small, Tag.P, indent);
            sheet.Down(look.Size * 0.5);
        }
    }

    private static Spot[] Points(Spot centre, double radius) =>
        [.. Enumerable.Range(0, 10).Select(i => (Angle: (Math.PI / 5 * i) - (Math.PI / 2), Reach: i % 2 == 0 ? radius : radius * 0.42))
            .Select(point => new Spot(centre.X + (point.Reach * Math.Cos(point.Angle)), centre.Y + (point.Reach * Math.Sin(point.Angle))))];
}

/// <summary>The goals, each with what is done for it and by whom.</summary>
internal static class PlanSection
{
    public static void Write(Sheet sheet, IReadOnlyList<PrintedGoal> goals, PrintWords words)
    {
        Section.Begin(sheet, words.Plan);
        if (goals.Count == 0)
        {
            sheet.Write(words.NoGoals, sheet.Look.Aside, Tag.P);
        }

        foreach (var (number, goal) in goals.Index())
        {
            Goal(sheet, number + 1, goal, words);
            sheet.Down(sheet.Look.Size * 1.2);
        }
    }

    private static void Goal(Sheet sheet, int number, PrintedGoal goal, PrintWords words)
    {
        var look = sheet.Look;
        // A goal begins with its first action on the same page.
        sheet.Need(sheet.HeightOf($"{number}. {goal.Words}", look.Words) + look.Small.Leading + (look.Text.Leading * 2));
        sheet.Write($"{number}. {goal.Words}", look.Words, Tag.H3);
        var about = goal.Horizon is { } day ? $"{words.GoalState(goal.State)} · {words.By(day)}" : words.GoalState(goal.State);
        sheet.Write(goal.OthersWords is { } whose ? about + " · " + words.WordsOf(whose) : about, look.Small, Tag.P);
        if (goal.Themes.Count > 0)
        {
            sheet.Write(words.From + string.Join(", ", goal.Themes), look.Small, Tag.P);
        }

        if (goal.Why is { } why)
        {
            sheet.Down(look.Size * 0.25);
            sheet.Write(words.Why + why, look.Aside, Tag.P);
        }

        sheet.Down(look.Size * 0.4);
        foreach (var action in goal.Actions)
        {
            Action(sheet, action, words);
        }

        Levels(sheet, goal.Levels, words);
    }

    private static void Action(Sheet sheet, PrintedAction action, PrintWords words)
    {
        var (look, indent) = (sheet.Look, sheet.Look.Size * 2);
        sheet.Need(look.Text.Leading + look.Small.Leading);
        var box = new Area(look.Margin + (look.Size * 0.35), sheet.Y + (look.Size * 0.2), look.Size * 0.85, look.Size * 0.85);
        sheet.Decorate(canvas => Box(canvas, box, action.State));
        sheet.Write(action.What, look.Text, Tag.LI, indent);
        var when = action.On is { } day ? action.ComesBack ? words.Next(day) : words.By(day) : action.ComesBack ? words.ComesBack : null;
        string[] about = [words.Carrier(action.Carrier, action.CarrierName), words.ActionState(action.State), .. when is null ? (string[])[] : [when], .. action.OthersWords is { } whose ? (string[])[words.WordsOf(whose)] : []];
        sheet.Write(string.Join(" · ", about), look.Small, Tag.P, indent);
        if (action.FirstStep is { } step)
        {
            sheet.Write(words.FirstStep + step, look.Small, Tag.P, indent);
        }

        sheet.Down(look.Size * 0.35);
    }

    // Empty to do, half full under way, ticked done, crossed out dropped: the same in black and white.
    private static void Box(Canvas canvas, Area box, string state)
    {
        if (state == "under_way")
        {
            canvas.Fill(Look.Hair, box with { Y = box.Y + (box.Height / 2), Height = box.Height / 2 });
        }

        canvas.Frame(Look.Black, 1, box);
        if (state == "done")
        {
            canvas.Lines(
                Look.Accent,
                2,
                [new Spot(box.X + (box.Width * 0.2), box.Y + (box.Height * 0.5)), new Spot(box.X + (box.Width * 0.45), box.Y + (box.Height * 0.78)), new Spot(box.Right + 2, box.Y - 1)]);
        }
        else if (state == "dropped")
        {
            canvas.Line(Look.Black, 1, new Spot(box.X, box.Y + (box.Height / 2)), new Spot(box.Right, box.Y + (box.Height / 2)));
        }
    }

    private static void Levels(Sheet sheet, IReadOnlyList<string> levels, PrintWords words)
    {
        if (levels.Count != 5)
        {
            return;
        }

        var (look, indent) = (sheet.Look, sheet.Look.Size * 2);
        sheet.Down(look.Size * 0.2);
        sheet.Need(look.Small.Leading * 3);
        sheet.Write(words.Levels, look.Small with { Bold = true }, Tag.P, indent);
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            sheet.Write($"{PrintWords.LevelSign(i)}  {levels[i]}", look.Small, Tag.LI, indent);
        }
    }
}
