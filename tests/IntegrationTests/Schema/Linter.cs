using System.Text.RegularExpressions;

namespace Barometre.IntegrationTests.Schema;

/// <summary>Rules on the catalogue's lines.</summary>
internal static partial class Linter
{
    /// <summary>Lines that only one side has, told from which; conditions are compared without their parentheses.</summary>
    public static IEnumerable<string> Differences(IEnumerable<string> model, IEnumerable<string> catalogue)
    {
        var (believed, there) = (model.Select(Plain).ToHashSet(StringComparer.Ordinal), catalogue.Select(Plain).ToHashSet(StringComparer.Ordinal));
        return believed.Except(there).Select(line => $"the model alone: {line}").Concat(there.Except(believed).Select(line => $"the database alone: {line}")).Order(StringComparer.Ordinal);
    }

    /// <summary>Foreign keys that leave their schema.</summary>
    public static IEnumerable<string> CrossSchema(IEnumerable<string> shape) =>
        from line in shape
        let found = Foreign().Match(line)
        where found.Success && found.Groups["from"].Value != found.Groups["to"].Value
        select line;

    /// <summary>Keys, unique indexes and foreign keys (between personal tables) of personal tables that do not begin with the person.</summary>
    /// <remarks>A distributed PostgreSQL keeps a person's rows together by that column; a reference to a table without people (a project) is one to a table copied everywhere.</remarks>
    public static IEnumerable<string> PersonNotFirst(IEnumerable<string> shape, IReadOnlyCollection<string> personal)
    {
        var lines = shape.ToList();
        var keyed = lines.Where(line => Key().IsMatch(line)).Select(line => line.Split(' ')[0]);
        return lines
            .Where(line => personal.Contains(line.Split(' ')[0]) && Listed().Match(line) is { Success: true } found && !found.Groups["columns"].Value.Split(", ")[0].Equals("service_user_id", StringComparison.Ordinal)
                && (!found.Groups["target"].Success || personal.Contains(found.Groups["target"].Value)))
            .Concat(personal.Except(keyed).Select(table => $"{table} has no primary key"));
    }

    private static string Plain(string line) => line.Contains(" where ", StringComparison.Ordinal) ? line.Split(" where ")[0] + " where " + Condition().Replace(line.Split(" where ")[1], "") : line;

    [GeneratedRegex(@"::[a-z ]+|[()\s""]", RegexOptions.None, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?<from>\w+)\.\w+ references (?<to>\w+)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^\S+ key \(", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\S+ (key|unique|references (?<target>\S+)) \((?<columns>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listed();
}
