using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Documents that say what the code says.</summary>
internal static partial class DocumentRules
{
    public const int LongestReadme = 120;

    private static readonly string[] Headings = ["## Context", "## Options weighed", "## Decision", "## Consequences", "## When this does not apply"];

    /// <summary>Types named in the last column of the glossary's tables that no layer has.</summary>
    public static IEnumerable<string> UnknownTypes(string glossary, IReadOnlySet<string> types) =>
        from row in glossary.Split('\n')
        where row.StartsWith('|')
        from Match found in Name().Matches(row.TrimEnd().TrimEnd('|').Split('|')[^1])
        where !types.Contains(found.Groups["name"].Value)
        select $"the glossary names {found.Groups["name"].Value}, which is not there";

    public static IEnumerable<string> IndexFaults(string index, IReadOnlyList<string> files) =>
        files.Where(file => !index.Contains($"({file})", StringComparison.Ordinal)).Select(file => $"{file} is not in the index")
            .Concat(DecisionLink().Matches(index).Select(found => found.Groups["file"].Value).Except(files).Select(file => $"the index names {file}, which is not there"))
            .Concat(files.GroupBy(file => file[..4]).Where(same => same.Count() > 1).Select(same => $"{same.Key} is the number of {same.Count()} decisions"));

    public static IEnumerable<string> DecisionFaults(string name, string text) =>
        Headings.Where(heading => !text.Contains($"\n{heading}\n", StringComparison.Ordinal)).Select(heading => $"{name} has no {heading}");

    /// <summary>Links in a document to files of the repository that are not there.</summary>
    public static IEnumerable<string> BrokenLinks(string path, string text, Func<string, bool> exists) =>
        from Match found in Link().Matches(text)
        let target = found.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal) && !target.StartsWith('#')
        let file = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0])
        where !exists(file)
        select $"{path} links to {target}, which is not there";

    public static IEnumerable<string> ReadmeTooLong(string readme) =>
        readme.TrimEnd().Split('\n').Length is var lines and > LongestReadme ? [$"README.md is {lines} lines long, more than {LongestReadme}"] : [];

    /// <summary>Public types whose summary is missing or says no more than their name.</summary>
    public static IEnumerable<string> Unexplained(IEnumerable<TypeDefinition> types, XDocument documentation)
    {
        var summaries = documentation.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => Plain(member.Element("summary")), StringComparer.Ordinal);
        return from type in types
               where type.IsPublic
               let summary = summaries.GetValueOrDefault($"T:{type.FullName}", "")
               where summary.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < 3 || !summary.EndsWith('.')
               select $"`{type.FullName}` has no sentence that says what it means";
    }

    private static string Plain(XElement? summary) =>
        summary is null ? "" : string.Concat(summary.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement element => element.IsEmpty ? element.Attribute("cref")?.Value ?? element.Attribute("name")?.Value : null,
            _ => null,
        })).ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"`(?<name>\w+)(\.\w+)?`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\((?<file>\d{4}-[^)]+\.md)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecisionLink();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
