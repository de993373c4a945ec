using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;

/// <summary>Pages filled from top to bottom, each piece tagged for programs that read aloud: headings, paragraphs, list items, pictures with a text of their own.</summary>
internal sealed class Sheet
{
    private const double FootHeight = 34;

    private readonly PdfFile _file;
    private readonly string _foot;

    public Sheet(Look look, PdfFile file, string foot)
    {
        (Look, _file, _foot) = (look, file, foot);
        Canvas = TurnPage();
    }

    public Look Look { get; }

    public Typesetter Typesetter { get; } = new();

    /// <summary>How far down the page is filled, in points.</summary>
    public double Y { get; private set; }

    public Canvas Canvas { get; private set; }

    private double Bottom => Look.PageHeight - Look.Margin - FootHeight;

    /// <summary>Begins a new page unless so much fits on this one.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom && Y > Look.Margin)
        {
            Canvas = TurnPage();
        }
    }

    public void Down(double height) => Y += height;

    public double HeightOf(string text, TextStyle style, double indent = 0) => Typesetter.Lines(text, style, Look.Width - indent).Count * style.Leading;

    /// <summary>Writes a block of text; one that runs over the page goes on with the next.</summary>
    public void Write(string text, TextStyle style, Tag tag, double indent = 0, Ink? ink = null)
    {
        Tags.Element? piece = null;
        var open = false;
        foreach (var line in Typesetter.Lines(text, style, Look.Width - indent))
        {
            if (Y + style.Leading > Bottom)
            {
                Close(open);
                open = false;
                Canvas = TurnPage();
            }

            if (!open)
            {
                (piece, var begin) = _file.Tags.Begin(piece, tag);
                Canvas.Raw(begin);
                open = true;
            }

            Draw(line, Look.Margin + indent, Y + style.Size, Look.Width - indent, ink ?? (style.Quiet ? Look.Quiet : Look.Black));
            Y += style.Leading;
        }

        Close(open);
    }

    /// <summary>Draws one line at a place, as part of what is open: a block of text, a picture, a decoration.</summary>
    public void Draw(Line line, double x, double baseline, double width, Ink ink)
    {
        if (line.Meant is { } meant)
        {
            // Whoever listens, searches or copies gets what was written.
            Canvas.Raw($"/Span << /ActualText {PdfObjects.Words(meant)} >> BDC");
        }

        var at = line.FromRight ? x + width - line.Width : x;
        foreach (var span in line.Spans)
        {
            Canvas.Text(ink, span.Face, span.Size, new Spot(at, baseline), span.Text);
            at += span.Width;
        }

        Close(line.Meant is not null);
    }

    /// <summary>A picture, with the text that stands for it.</summary>
    public void Picture(string text, double height, Action<Canvas, Area> draw)
    {
        Need(height);
        var area = new Area(Look.Margin, Y, Look.Width, height);
        var box = string.Join(' ', new[] { area.X, Look.PageHeight - area.Bottom, area.Right, Look.PageHeight - area.Y }.Select(PdfObjects.Number));
        Canvas.Raw(_file.Tags.Begin(null, Tag.Figure, text, box).Operator);
        draw(Canvas, area);
        Close(true);
        Y += height;
    }

    /// <summary>Lines and shapes that say nothing by themselves.</summary>
    public void Decorate(Action<Canvas> draw)
    {
        Canvas.Raw("/Artifact BMC");
        draw(Canvas);
        Close(true);
    }

    private void Close(bool open)
    {
        if (open)
        {
            Canvas.Raw("EMC");
        }
    }

    private Canvas TurnPage()
    {
        Canvas = _file.AddPage();
        Y = Look.Margin;
        Decorate(canvas =>
        {
            var line = Look.PageHeight - Look.Margin - FootHeight + 14;
            canvas.Line(Look.Hair, 0.6, new Spot(Look.Margin, line), new Spot(Look.PageWidth - Look.Margin, line));
            var number = Typesetter.Lines($"{_file.Pages}", Look.Small, 60)[0];
            var foot = Typesetter.Lines(_foot, Look.Small, Look.Width - 70)[0];
            Draw(foot with { FromRight = false }, Look.Margin, line + Look.Small.Size + 6, Look.Width, Look.Quiet);
            Draw(number with { FromRight = true }, Look.Margin, line + Look.Small.Size + 6, Look.Width, Look.Quiet);
        });
        return Canvas;
    }
}
