using Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

/// <summary>How words look.</summary>
/// <param name="Size">In points.</param>
internal sealed record TextStyle(double Size, bool Bold = false, bool Italic = false, bool Quiet = false)
{
    /// <summary>From one line to the next, in points.</summary>
    public double Leading => Size * 1.42;

    public Face Face => Bold ? Face.Bold : Italic ? Face.Italic : Face.Regular;

    /// <summary>The font for what <see cref="Face"/> lacks.</summary>
    public Face Fallback => Bold ? Face.FallbackBold : Face.Fallback;
}
