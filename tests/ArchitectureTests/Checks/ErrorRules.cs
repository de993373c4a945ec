using System.Reflection;
using System.Text.RegularExpressions;
using Barometre.Domain.Shared;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Front ends branch on codes: one failure, one code, in both languages.</summary>
internal static partial class ErrorRules
{
    public static IReadOnlyList<Error> Declared(IEnumerable<Assembly> assemblies) =>
        [.. assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Error))
            .Select(field => (Error)field.GetValue(null)!)];

    public static IEnumerable<string> Faults(IReadOnlyList<Error> errors) =>
        errors.GroupBy(error => error.Code).Where(same => same.Count() > 1).Select(same => $"{same.Key} is declared {same.Count()} times")
            .Concat(errors.Where(error => !Code().IsMatch(error.Code)).Select(error => $"{error.Code} is not module.what-is-wrong"))
            .Concat(errors.Where(error => !error.French.EndsWith('.') || !error.English.EndsWith('.') || error.French == error.English).Select(error => $"{error.Code} is not told in both languages"));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
