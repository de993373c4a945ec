using System.Reflection;
using System.Text;
using Barometre.Application;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Every error that the API may answer with, found in the code, and the page that lists them.</summary>
internal static class ErrorList
{
    /// <summary>Every <see cref="Error"/> that a static field holds, in any layer.</summary>
    public static IReadOnlyList<Error> All { get; } =
    [
        .. new[] { typeof(Error).Assembly, typeof(ApplicationSetup).Assembly, typeof(Databases).Assembly, typeof(ErrorList).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Error))
            .Select(field => (Error)field.GetValue(null)!)
            .Distinct()
            .OrderBy(error => error.Code, StringComparer.Ordinal),
    ];

    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Error codes

            Written by `build/openapi`. Codes are stable: branch on them. Texts follow `Accept-Language` and may be reworded; `{…}` stands for a number or a code.

            | code | français | English |
            |---|---|---|

            """);
        foreach (var error in All)
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{error.Code}` | {error.French} | {error.English} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }
}
