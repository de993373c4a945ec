using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>One operation of the contract, and the access that it says it needs.</summary>
internal sealed class Operation
{
    private readonly JsonNode _node;
    private readonly JsonNode _document;

    private Operation(string method, string path, JsonNode node, JsonNode document)
    {
        (Method, Path, _node, _document) = (new HttpMethod(method.ToUpperInvariant()), path, node, document);
        Id = node["operationId"]!.GetValue<string>();
        var access = node["x-barometre-access"] ?? throw new InvalidOperationException($"{Id} does not say what access it needs.");
        Kind = access["kind"]!.GetValue<string>();
        Writes = access["writes"]?.GetValue<bool>() ?? false;
        Tab = access["tab"]?.GetValue<string>();
        Level = access["level"]?.GetValue<string>();
        CountsAttempts = node["responses"]?["429"] is not null;
        Roles = [.. access["roles"]?.AsArray().Select(role => role!.GetValue<string>()) ?? []];
    }

    public string Id { get; }

    public HttpMethod Method { get; }

    public string Path { get; }

    public string Kind { get; }

    public bool Writes { get; }

    public string? Tab { get; }

    public string? Level { get; }

    public IReadOnlyList<string> Roles { get; }

    /// <summary>Too many calls from one address are refused for a while.</summary>
    public bool CountsAttempts { get; }

    public bool IsAboutARecord => Kind is "record" or "circle" or "own_record" or "any_tab" or "rights";

    public static async Task<IReadOnlyList<Operation>> AllAsync(HttpClient client)
    {
        var document = (await JsonNode.ParseAsync(await client.GetStreamAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative))))!;
        return [.. from path in document["paths"]!.AsObject()
                   from operation in path.Value!.AsObject()
                   where operation.Key is "get" or "put" or "post" or "delete" or "patch" or "head"
                   select new Operation(operation.Key, path.Key, operation.Value!, document)];
    }

    /// <summary>A request of the operation's form, about what <paramref name="known"/> names; other ids are new ones.</summary>
    public HttpRequestMessage Request(IReadOnlyDictionary<string, string> known)
    {
        var path = Path;
        List<string> query = [];
        var request = new HttpRequestMessage { Method = Method };
        foreach (var parameter in Parameters())
        {
            var name = parameter["name"]!.GetValue<string>();
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(Value(name, parameter, known)), StringComparison.Ordinal);
                    break;
                case "query" when parameter["required"]?.GetValue<bool>() == true:
                    query.Add($"{name}={Uri.EscapeDataString(Value(name, parameter, known))}");
                    break;
                case "header":
                    request.Headers.TryAddWithoutValidation(name, name == "If-Match" ? "\"1\"" : Guid.CreateVersion7().ToString());
                    break;
            }
        }

        request.RequestUri = new Uri(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", UriKind.Relative);
        if (Body(known) is { } body)
        {
            request.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    private IEnumerable<JsonNode> Parameters() => (_node["parameters"]?.AsArray() ?? []).Select(parameter => Resolved(parameter!));

    private static string Value(string name, JsonNode parameter, IReadOnlyDictionary<string, string> known) =>
        known.TryGetValue(name, out var value) ? value
        : parameter["schema"]?["format"]?.GetValue<string>() == "uuid" ? Guid.CreateVersion7().ToString()
        : (parameter["example"] ?? parameter["schema"]?["example"] ?? parameter["schema"]?["enum"]?[0])?.ToString() ?? "1";

    private JsonNode? Body(IReadOnlyDictionary<string, string> known)
    {
        var content = _node["requestBody"] is { } body ? Resolved(body)["content"]?["application/json"] : null;
        if (content is null)
        {
            return null;
        }

        var example = (content["example"] ?? content["examples"]?.AsObject().First().Value?["value"] ?? Resolved(content["schema"]!)["example"])?.DeepClone()
            ?? throw new InvalidOperationException($"{Id} has a body and no example of it.");
        Fill(example, known);
        return example;
    }

    private static void Fill(JsonNode node, IReadOnlyDictionary<string, string> known)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (value is not null && value.GetValueKind() == JsonValueKind.String && known.TryGetValue(name, out var id))
                {
                    members[name] = id;
                }
                else if (value is not null)
                {
                    Fill(value, known);
                }
            }
        }
    }

    private JsonNode Resolved(JsonNode node) =>
        node["$ref"] is { } reference ? reference.GetValue<string>()[2..].Split('/').Aggregate(_document, (at, part) => at[part]!) : node;
}
