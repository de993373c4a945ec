using System.Globalization;
using System.Text.Json.Nodes;

namespace Barometre.IntegrationTests.Contract.Fuzz;

/// <summary>Bodies made from an operation's example by spoiling one place of it at a time.</summary>
internal sealed class JsonMutations(ContractDocument contract)
{
    private const string Mutant = "@@mutant@@";

    /// <summary>Put in the place of every value, whatever its type.</summary>
    private static readonly string[] Anywhere =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-0", "01", "2147483648", "9223372036854775808", "123456789012345678901234567890", "\"\"", "\"x\"", "[]", "{}", "[[]]", "NaN", "'x'",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uD83D\\uDE00\"", "\"\\u202eabc\"", "\"  \"", "\"é\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"", "\"not-a-uuid\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"2026-02-30T00:00:00Z\"", "\"2026-03-14T15:09:26+14:00\"",
        "\"2026-03-14\"", "\"DROP TABLE\"", "\"' OR 1=1 --\"", "\"needs.housing\"", "\"service_user\"",
    ];

    public IEnumerable<(string Oddity, string Text)> Of(JsonNode media)
    {
        var (example, schema) = (media["example"]!, media["schema"]!);
        yield return ("the example as it is", example.ToJsonString());
        foreach (var (path, at) in Places(example, schema, []))
        {
            var where = "/" + string.Join('/', path);
            foreach (var token in Anywhere.Concat(Limits(at)))
            {
                yield return ($"{where} = {Short(token)}", Replaced(example, path, token));
            }

            foreach (var change in Structural(example, path))
            {
                yield return ($"{where} {change.Oddity}", change.Text);
            }
        }

        yield return ("an unknown member", Edited(example, [], root => (root as JsonObject)?.TryAdd("unexpected", 1)));
    }

    private IEnumerable<(object[] Path, JsonNode Schema)> Places(JsonNode? node, JsonNode schema, object[] path)
    {
        schema = contract.Resolve(schema);
        schema = schema["oneOf"] is JsonArray choices ? contract.Resolve(choices[^1]!) : schema;
        if (path.Length > 0)
        {
            yield return (path, schema);
        }

        IEnumerable<(object Step, JsonNode? Node, JsonNode? Schema)> inner = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value, schema["properties"]?[member.Key] ?? schema["additionalProperties"])),
            JsonArray items => items.Take(1).Select(item => ((object)0, item, schema["items"])),
            _ => [],
        };
        foreach (var (step, child, childSchema) in inner.Where(found => found.Schema is JsonObject))
        {
            foreach (var place in Places(child, childSchema!, [.. path, step]))
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<string> Limits(JsonNode schema)
    {
        if (schema["minimum"] is { } least)
        {
            yield return Number(least, 0);
            yield return Number(least, -1);
        }

        if (schema["maximum"] is { } most)
        {
            yield return Number(most, 0);
            yield return Number(most, 1);
        }

        var longest = schema["maxLength"]?.GetValue<int>() ?? 4000;
        if (ContractDocument.Types(schema["type"] ?? "object").Contains("string"))
        {
            yield return $"\"{new string('z', longest)}\"";
            yield return $"\"{new string('z', longest + 1)}\"";
            yield return $"\"{string.Concat(Enumerable.Repeat("😀", longest / 2))}\"";
            yield return $"\"{new string('é', 20_000)}\"";
        }
    }

    private static IEnumerable<(string Oddity, string Text)> Structural(JsonNode example, object[] path)
    {
        if (path[^1] is string name)
        {
            yield return ("left out", Edited(example, path[..^1], parent => parent!.AsObject().Remove(name)));
            yield return ("with an unknown neighbour", Edited(example, path[..^1], parent => parent!.AsObject().TryAdd("unexpected", "x")));
            yield return ("given twice", example.ToJsonString().Replace($"\"{name}\":", $"\"{name}\":null,\"{name}\":", StringComparison.Ordinal));
            yield return ("in another case", example.ToJsonString().Replace($"\"{name}\":", $"\"{name.ToUpperInvariant()}\":", StringComparison.Ordinal));
        }
        else
        {
            yield return ("500 times", Edited(example, path[..^1], parent => Repeat(parent!.AsArray(), 500)));
        }
    }

    private static void Repeat(JsonArray items, int times)
    {
        for (var i = 1; i < times; i++)
        {
            items.Add(items[0]?.DeepClone());
        }
    }

    private static string Replaced(JsonNode example, object[] path, string token) =>
        Edited(example, path[..^1], parent =>
        {
            if (path[^1] is string name)
            {
                parent![name] = Mutant;
            }
            else
            {
                parent![(int)path[^1]] = Mutant;
            }
        }).Replace($"\"{Mutant}\"", token, StringComparison.Ordinal);

    private static string Edited(JsonNode example, object[] path, Action<JsonNode?> edit)
    {
        var copy = example.DeepClone();
        edit(path.Aggregate((JsonNode?)copy, (at, step) => step is string name ? at![name] : at![(int)step]));
        return copy.ToJsonString();
    }

    private static string Number(JsonNode limit, int beyond) =>
        (decimal.Parse(limit.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) + beyond).ToString(CultureInfo.InvariantCulture);

    private static string Short(string token) => token.Length <= 40 ? token : $"{token[..20]}… ({token.Length} characters)";
}
