using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints;

/// <summary>Makes a print as PDF, tagged, with drawings as lines and with their text beside them.</summary>
internal sealed class PdfPrintMaker(TimeProvider time) : IPrintMaker
{
    public PrintedFile Make(PrintContent content)
    {
        var first = Make(content, leftOut: false);
        // Whether something could not be printed is known at the end only, and is said at the beginning.
        return first.LeftOut ? Make(content, leftOut: true) : first;
    }

    private PrintedFile Make(PrintContent content, bool leftOut)
    {
        var words = new PrintWords(content.Language);
        var title = words.Title(content.CalledName);
        var file = new PdfFile(Look.PageWidth, Look.PageHeight, title, content.Language, time.GetUtcNow());
        var sheet = new Sheet(new Look(content.LargeType), file, $"{content.CalledName} · {words.Made(content.On)}");
        Head(sheet, content, words, leftOut);
        if (content.Stars is { } stars)
        {
            StarSection.Write(sheet, stars, words);
        }

        if (content.Plan is { } plan)
        {
            PlanSection.Write(sheet, plan, words);
        }

        if (content.Strengths is { } strengths)
        {
            StrengthSection.Write(sheet, strengths, words);
        }

        if (content.Map is { } map)
        {
            MapSection.Write(sheet, map, words);
        }

        if (content.Curves is { } curves)
        {
            CurveSection.Write(sheet, curves, words);
        }

        return new PrintedFile(file.Write(), file.Pages, leftOut || sheet.Typesetter.LeftOut);
    }

    private static void Head(Sheet sheet, PrintContent content, PrintWords words, bool leftOut)
    {
        var look = sheet.Look;
        sheet.Write(words.Title(content.CalledName), look.Title, Tag.H1, ink: Look.Accent);
        sheet.Down(look.Size * 0.3);
        sheet.Write($"{words.Made(content.On)}. {words.Own}", look.Text with { Quiet = true }, Tag.P);
        if (leftOut)
        {
            sheet.Write(words.MissingSigns, look.Small, Tag.P);
        }
    }
}
