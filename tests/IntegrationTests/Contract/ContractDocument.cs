using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Barometre.IntegrationTests.Contract;

/// <summary>The OpenAPI document as it is served, read for tests that are made from it.</summary>
internal sealed class ContractDocument(JsonNode root)
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "patch"];

    public IReadOnlyList<ContractOperation> Operations { get; } =
    [
        .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Where(member => Methods.Contains(member.Key))
            .Select(member => new ContractOperation(path.Key, member.Key.ToUpperInvariant(), member.Value!))),
    ];

    public static async Task<ContractDocument> ReadAsync(Installation installation) =>
        new(JsonNode.Parse(await installation.Client().GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)))!);

    /// <summary>What a reference stands for, or the node itself.</summary>
    public JsonNode Resolve(JsonNode node)
    {
        while (node is JsonObject && node["$ref"] is { } reference)
        {
            node = reference.GetValue<string>().TrimStart('#', '/').Split('/').Aggregate(root, (at, step) => at[step]!);
        }

        return node;
    }

    /// <summary>The documented answer of that status, or null.</summary>
    public JsonNode? Answer(ContractOperation operation, int status) =>
        operation.Node["responses"]![status.ToString(CultureInfo.InvariantCulture)] is { } answer ? Resolve(answer) : null;

    /// <summary>What of <paramref name="value"/> does not fit the schema: the subset of JSON Schema that the document uses.</summary>
    public IEnumerable<string> Check(JsonNode? value, JsonNode schema, string at = "")
    {
        schema = Resolve(schema);
        if (schema["oneOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Check(value, choice!, at).Any()) ? [] : [$"{at}: none of the choices"];
        }

        var kind = Kind(value);
        if (schema["type"] is { } type && !Types(type).Any(allowed => allowed == kind || (allowed == "number" && kind == "integer")))
        {
            return [$"{at}: {kind} instead of {type.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject members => CheckObject(members, schema, at),
            JsonArray items => CheckArray(items, schema, at),
            null => [],
            _ => CheckValue(value, kind, schema, at),
        };
    }

    public static IReadOnlyList<string> Types(JsonNode type) => type is JsonArray several ? [.. several.Select(one => one!.GetValue<string>())] : [type.GetValue<string>()];

    private IEnumerable<string> CheckObject(JsonObject members, JsonNode schema, string at)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            if (!members.ContainsKey(name))
            {
                yield return $"{at}/{name}: missing";
            }
        }

        foreach (var (name, member) in members)
        {
            var known = schema["properties"]?[name] ?? (schema["additionalProperties"] is JsonObject others ? others : null);
            foreach (var wrong in known is null
                ? schema["additionalProperties"] is JsonValue closed && !closed.GetValue<bool>() ? [$"{at}/{name}: not documented"] : []
                : Check(member, known, $"{at}/{name}"))
            {
                yield return wrong;
            }
        }
    }

    private IEnumerable<string> CheckArray(JsonArray items, JsonNode schema, string at)
    {
        if (items.Count > (schema["maxItems"]?.GetValue<int>() ?? int.MaxValue) || items.Count < (schema["minItems"]?.GetValue<int>() ?? 0))
        {
            yield return $"{at}: {items.Count} items";
        }

        for (var i = 0; schema["items"] is { } each && i < items.Count; i++)
        {
            foreach (var wrong in Check(items[i], each, $"{at}/{i}"))
            {
                yield return wrong;
            }
        }
    }

    private static IEnumerable<string> CheckValue(JsonNode value, string kind, JsonNode schema, string at)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)))
        {
            yield return $"{at}: not one of the words";
        }

        if (kind == "string")
        {
            var text = value.GetValue<string>();
            if (text.EnumerateRunes().Count() > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue) || text.Length < (schema["minLength"]?.GetValue<int>() ?? 0))
            {
                yield return $"{at}: {text.Length} characters";
            }

            if (schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)))
            {
                yield return $"{at}: not of the form {pattern}";
            }

            if (!(schema["format"]?.GetValue<string>() switch
            {
                "uuid" => Guid.TryParse(text, out _),
                "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
                "time-local" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
                "date" => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
                _ => true,
            }))
            {
                yield return $"{at}: no {schema["format"]}";
            }
        }
        else if (kind is "integer" or "number")
        {
            var number = value.AsValue().TryGetValue<decimal>(out var exact) ? (double)exact : value.GetValue<double>();
            if (number < Limit(schema["minimum"], double.MinValue) || number > Limit(schema["maximum"], double.MaxValue))
            {
                yield return $"{at}: {number} is out of range";
            }
        }
    }

    private static double Limit(JsonNode? limit, double otherwise) => limit is null ? otherwise : double.Parse(limit.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
        _ => "boolean",
    };
}

/// <summary>One method of one address.</summary>
internal sealed record ContractOperation(string Path, string Method, JsonNode Node)
{
    public string Id => Node["operationId"]!.GetValue<string>();

    public IReadOnlyList<int> Statuses { get; } = [.. Node["responses"]!.AsObject().Select(answer => int.Parse(answer.Key, CultureInfo.InvariantCulture))];

    public IReadOnlyList<JsonNode> Parameters { get; } = [.. Node["parameters"]?.AsArray().Select(parameter => parameter!) ?? []];

    /// <summary>Schema and example of the JSON body; null when there is none.</summary>
    public JsonNode? Body => Node["requestBody"]?["content"]?["application/json"];

    /// <summary>Every body of the operation's own: what is sent, and what is answered when all goes well.</summary>
    public IEnumerable<(string Place, JsonNode Media)> Media()
    {
        foreach (var (kind, media) in Node["requestBody"]?["content"]?.AsObject() ?? [])
        {
            yield return ($"request {kind}", media!);
        }

        foreach (var (status, answer) in Node["responses"]!.AsObject())
        {
            foreach (var (kind, media) in answer!["content"]?.AsObject() ?? [])
            {
                yield return ($"{status} {kind}", media!);
            }
        }
    }
}
