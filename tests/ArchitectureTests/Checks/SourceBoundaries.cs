using System.Text.RegularExpressions;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Finds in source text what one module names of another: <c>using</c> lines, aliases and qualified names, also relative ones.</summary>
/// <remarks>Only text shows a constant, an enum value or a <c>nameof</c>: the compiler erases them.</remarks>
internal static class SourceBoundaries
{
    public static IEnumerable<string> Crossings(IEnumerable<SourceFile> files, IReadOnlyCollection<string> modules) =>
        files.SelectMany(file => Crossings(file, modules)).Concat(files.SelectMany(GlobalUsings));

    /// <summary>A <c>using</c> for all files would hide which of them crosses.</summary>
    private static IEnumerable<string> GlobalUsings(SourceFile file) =>
        Regex.Matches(file.Code, @"\bglobal\s+using\b[^;]*\bBarometre\b[^;]*;", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(found => $"`{file.Path}`: {found.Value} – name it where it is used");

    private static IEnumerable<string> Crossings(SourceFile file, IReadOnlyCollection<string> modules)
    {
        var here = NamespaceOf(file) is { } name ? Place.OfNamespace(name) : null;
        return here?.Module is null
            ? []
            : from found in Names(modules).Matches(file.Code)
              let there = new Place(Layer(found, here), found.Groups["module"].Value, IsContract(found, here))
              where Modules.Crosses(here, there)
              select Modules.Message(file.Path, found.Value.Trim(), there.Module!);
    }

    public static string? NamespaceOf(SourceFile file) =>
        Regex.Match(file.Code, @"^\s*namespace\s+(?<name>[\w.]+)\s*[;{]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found
            ? found.Groups["name"].Value
            : null;

    // A layer's name may be left out inside that layer, and "Barometre" anywhere inside the project.
    private static Regex Names(IEnumerable<string> modules) => new(
        $@"(?<!\w)(?<!\.\s*)(global\s*::\s*)?(Barometre\s*\.\s*)?((?<layer>{string.Join('|', Compiled.Layers)})\s*\.\s*)?(?<module>{string.Join('|', modules)})\s*(\.\s*(?<next>\w+)[\w.]*|(?(layer);|(?!)))",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    private static string Layer(Match found, Place here) => found.Groups["layer"] is { Success: true } layer ? layer.Value : here.Layer;

    private static bool IsContract(Match found, Place here) => Layer(found, here) == "Application" && found.Groups["next"].Value == "Contracts";
}
