using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Where a type stands: its layer and, unless it composes the layers, its module.</summary>
/// <param name="Module">A module, <c>Shared</c>, or null for what stands above the modules and puts them together.</param>
internal sealed record Place(string Layer, string? Module, bool IsContract)
{
    /// <summary>Folders of WebApi that put modules together, as the top of a layer does: the command line and the sample data.</summary>
    public static readonly string[] Composing = ["Verbs", "Demonstration"];

    public static Place? Of(TypeReference type) => OfNamespace(NamespaceOf(type));

    /// <summary>Null for what is not of this project.</summary>
    public static Place? OfNamespace(string name)
    {
        var parts = name.Split('.');
        return parts is ["Barometre", _, ..]
            ? new Place(parts[1], ModuleOf(parts), parts is [_, "Application", _, "Contracts", ..])
            : null;
    }

    private static string? ModuleOf(string[] parts) => parts.Length < 3 || parts[1] == "WebApi" && Composing.Contains(parts[2]) ? null : parts[2];

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is null ? type.Namespace : NamespaceOf(type.DeclaringType);
}

/// <summary>What modules there are, and what compiled code of one uses of another.</summary>
internal static class Modules
{
    public const string Shared = "Shared";

    /// <summary>The modules that the Domain's namespaces show.</summary>
    public static IReadOnlyList<string> Derived { get; } = From(Compiled.Types("Domain"));

    public static IReadOnlyList<string> From(IEnumerable<TypeDefinition> domain) =>
        [.. domain.Select(Place.Of).Select(place => place?.Module).OfType<string>().Where(module => module != Shared).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The modules in the README's module map: the first cells of the table headed "module".</summary>
    public static IReadOnlyList<string> Documented(string readme) =>
        [.. readme.Split('\n')
            .SkipWhile(line => !line.StartsWith("| module", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(row => row.Split('|')[1].Trim(' ', '*', '`'))
            .Order(StringComparer.Ordinal)];

    /// <summary>Each (layer, module) without a single type; a renamed namespace would otherwise pass unguarded.</summary>
    public static IEnumerable<string> Empty(IEnumerable<string> modules, Func<string, IEnumerable<TypeDefinition>> typesOf) =>
        from layer in Compiled.Layers
        from module in modules
        where !typesOf(layer).Any(type => Place.Of(type)?.Module == module)
        select $"{layer} holds nothing of {module}";

    /// <summary>Namespaces that are neither a module's nor shared nor known to compose: code that no boundary would hold.</summary>
    public static IEnumerable<string> Homeless(IEnumerable<TypeDefinition> types, IReadOnlyCollection<string> modules) =>
        types.Select(Place.Of).Where(place => place?.Module is not null and not Shared && !modules.Contains(place.Module)).Select(place => $"{place!.Layer}.{place.Module} is no module of the Domain").Distinct();

    /// <summary>Every use of a module by another, other than through its contracts.</summary>
    public static IEnumerable<string> Crossings(IEnumerable<TypeDefinition> types) =>
        from type in types
        where type.DeclaringType is null
        let here = Place.Of(type)
        where here?.Module is not null
        from used in Uses.Of(type)
        let there = Place.Of(used)
        where Crosses(here, there)
        select Message(type.FullName, used.FullName, there!.Module!);

    public static bool Crosses(Place here, Place? there) =>
        there?.Module is not null and not Shared && there.Module != here.Module && !(there.IsContract && here.Module != Shared);

    public static string Message(string user, string used, string module) =>
        $"`{user}` uses `{used}`; go through `Application.{module}.Contracts` (docs/decisions/0003)";
}
