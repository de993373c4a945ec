using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;
using Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pages;

/// <summary>The sizes and inks of a print: ordinary, or large type (18 points, as for people who see little). Nothing is told by colour alone.</summary>
internal sealed class Look(bool largeType)
{
    public const double PageWidth = 595;

    public const double PageHeight = 842;

    public static readonly Ink Black = new(31, 41, 51);

    public static readonly Ink Quiet = new(75, 85, 99);

    public static readonly Ink Accent = new(20, 83, 93);

    public static readonly Ink Tint = new(237, 243, 244);

    public static readonly Ink Hair = new(176, 187, 194);

    public bool LargeType { get; } = largeType;

    public double Margin { get; } = largeType ? 48 : 56;

    public double Width => PageWidth - (2 * Margin);

    /// <summary>The size of ordinary text; all others follow from it.</summary>
    public double Size { get; } = largeType ? 18 : 11;

    public TextStyle Text => new(Size);

    public TextStyle Strong => new(Size, Bold: true);

    public TextStyle Words => new(Size * 1.15, Bold: true);

    public TextStyle Aside => new(Size, Italic: true, Quiet: true);

    public TextStyle Small => new(LargeType ? 16 : 9.5, Quiet: true);

    public TextStyle Title => new(LargeType ? 30 : 25, Bold: true);

    public TextStyle Section => new(LargeType ? 24 : 17, Bold: true);

    public TextStyle Group => new(LargeType ? 20 : 12.5, Bold: true);
}
