using System.Text.RegularExpressions;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>What each layer may stand on.</summary>
internal static partial class LayerRules
{
    private static readonly string[] Providers = ["Npgsql", "Quartz", "CsvHelper", "Microsoft.EntityFrameworkCore", "Microsoft.Data"];

    /// <summary>Packages that a layer's project file may name; null where the layer is the place for packages.</summary>
    private static readonly Dictionary<string, string[]?> Packages = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Application"] = ["MediatR", "AutoMapper", "FluentValidation", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Relational"],
        ["Infrastructure"] = null,
        ["WebApi"] = null,
    };

    /// <summary>The assemblies that a layer's compiled code refers to and must not.</summary>
    public static IEnumerable<string> Forbidden(string layer, IEnumerable<string> references) =>
        references.Where(reference => IsForbidden(layer, reference)).Select(reference => $"{layer} refers to {reference}");

    /// <summary>Packages and projects in a layer's project file that it must not name.</summary>
    public static IEnumerable<string> ForbiddenInProject(string layer, string project)
    {
        var allowed = Packages[layer];
        var packages = Reference().Matches(project).Select(found => (Kind: found.Groups["kind"].Value, Name: found.Groups["name"].Value));
        return packages
            .Where(found => found.Kind switch
            {
                "Package" => allowed is not null && !allowed.Contains(found.Name),
                "Project" => Order(found.Name.Split("Barometre.")[^1].Replace(".csproj", "", StringComparison.Ordinal)) >= Order(layer),
                // The shared framework of ASP.NET: Identity and Quartz need it in Infrastructure.
                _ => Order(layer) < Order("Infrastructure"),
            })
            .Select(found => $"{layer} names {found.Kind.ToLowerInvariant()} {found.Name}");
    }

    private static bool IsForbidden(string layer, string reference) => layer switch
    {
        _ when reference.StartsWith("Barometre.", StringComparison.Ordinal) => Order(reference["Barometre.".Length..]) >= Order(layer),
        "Domain" => !IsRuntime(reference),
        "Application" => IsWeb(reference) || !reference.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) && IsProvider(reference)
            || reference.Contains("PostgreSQL", StringComparison.Ordinal),
        "Infrastructure" => IsWeb(reference) && !IsAccountsOrKeys(reference),
        _ => IsProvider(reference),
    };

    private static int Order(string layer) => Array.IndexOf(Compiled.Layers, layer);

    private static bool IsRuntime(string reference) => reference is "netstandard" or "mscorlib" || reference.StartsWith("System", StringComparison.Ordinal);

    private static bool IsWeb(string reference) => reference.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static bool IsAccountsOrKeys(string reference) =>
        new[] { "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.Cryptography" }.Any(allowed => reference.StartsWith(allowed, StringComparison.Ordinal));

    private static bool IsProvider(string reference) => Providers.Any(provider => reference.StartsWith(provider, StringComparison.Ordinal));

    [GeneratedRegex("<(?<kind>Package|Project|Framework)Reference Include=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
