using System.Collections.Concurrent;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>The fonts that ship with the program: Noto Sans, and DejaVu Sans for what it lacks (Hebrew, Arabic, symbols). Nothing of the machine's is used.</summary>
internal enum Face
{
    Regular,
    Bold,
    Italic,
    Fallback,
    FallbackBold,
}

internal static class Faces
{
    private static readonly ConcurrentDictionary<Face, Lazy<FontFile>> Read = new();

    /// <summary>Read once in the life of the process.</summary>
    public static FontFile File(this Face face) => Read.GetOrAdd(face, one => new Lazy<FontFile>(() => Load(one))).Value;

    private static FontFile Load(Face face)
    {
        var name = face switch
        {
            Face.Bold => "NotoSans-Bold",
            Face.Italic => "NotoSans-Italic",
            Face.Fallback => "DejaVuSans",
            Face.FallbackBold => "DejaVuSans-Bold",
            _ => "NotoSans-Regular",
        };
        using var resource = typeof(Faces).Assembly.GetManifestResourceStream($"Barometre.Infrastructure.AccomplishmentPlan.Prints.Fonts.{name}.ttf")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new FontFile(name, bytes);
    }
}
