using System.Text.RegularExpressions;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Conventions that the text and the place of source files show (docs: CONTRIBUTING.md).</summary>
internal static partial class SourceRules
{
    public const int LongestSource = 200;
    public const int LongestTest = 300;
    public const int MostShared = 10;

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, int longest) =>
        files.Where(file => file.Lines > longest).Select(file => $"{file.Path} is {file.Lines} lines long, more than {longest}");

    /// <summary>What a log must never swallow whole, work left undone, folds that hide length, and clocks that no test can set.</summary>
    public static IEnumerable<string> ForbiddenText(IEnumerable<SourceFile> files) =>
        from file in files
        from found in Forbidden().Matches(file.Text).Concat(Clock().Matches(file.Code))
        select $"{file.Path} says {found.Value}";

    public static IEnumerable<string> VaguePaths(IEnumerable<SourceFile> files) =>
        files.Where(file => Vague().IsMatch(file.Path)).Select(file => $"{file.Path} says neither what it is nor what it does");

    public static IEnumerable<string> NamespaceIsNotFolder(IEnumerable<SourceFile> files) =>
        from file in files
        let expected = $"Barometre.{string.Join('.', file.Path.Split('/')[1..^1])}"
        let actual = SourceBoundaries.NamespaceOf(file)
        where actual is not null && actual != expected
        select $"{file.Path} declares {actual}, its folder says {expected}";

    /// <summary>Files at the top of a layer's <c>Shared</c>; a folder in it has a name and a reason of its own.</summary>
    public static IEnumerable<string> CrowdedShared(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.Split('/') is ["src", _, "Shared", _]
        group file by file.Path.Split('/')[1] into layer
        where layer.Count() > MostShared
        select $"{layer.Key}/Shared holds {layer.Count()} files, more than {MostShared}";

    /// <summary>A use case is one file with its name: the request, then its validator, then its handler.</summary>
    public static IEnumerable<string> MisplacedRequests(IEnumerable<SourceFile> files) =>
        from file in files
        let requests = Request().Matches(file.Code).Select(found => found.Groups["name"].Value).ToList()
        from request in requests
        let useCase = RequestRules.UseCase(request)
        where file.Name != useCase || requests.Count > 1 || !Regex.IsMatch(file.Code, $@"\binternal sealed class {useCase}Handler\b", RegexOptions.None, TimeSpan.FromSeconds(1))
        select $"{file.Path} holds {request}; a use case is one file, {useCase}.cs, with `internal sealed class {useCase}Handler` in it";

    /// <summary>A decision that a comment points to must be there.</summary>
    public static IEnumerable<string> BrokenDecisions(IEnumerable<SourceFile> files, IEnumerable<string> decisions) =>
        from file in files
        from Match found in Decision().Matches(file.Text)
        where !decisions.Any(decision => decision.StartsWith(found.Groups["number"].Value, StringComparison.Ordinal))
        select $"{file.Path} points to {found.Value}, which is not there";

    [GeneratedRegex(@"\{@|\bTODO\b|\bFIXME\b|^\s*#region", RegexOptions.Multiline, 1000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(Common|Utils?|Helpers?|Managers?)(?=[./])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(record|class|struct)\s+(?<name>\w+(Command|Query))\b(?=[\s(][^;{]*:\s*(ICommand|IQuery|IRequest)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();

    [GeneratedRegex(@"docs/decisions/(?<number>\d{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decision();
}
