using System.Text;
using System.Text.Json.Nodes;

namespace Barometre.IntegrationTests.Contract.Fuzz;

/// <summary>Every odd request that an operation of the document gives: body, address, query, headers, method.</summary>
internal sealed class RequestMutations(ContractDocument contract)
{
    private static readonly string[] BadIds =
        ["not-an-id", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "%20", "..%2f..%2f", "%F0%9F%98%80", "'%3B--", "1", "-1", "%7B0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b%7D"];

    private static readonly string[] QueryValues =
        ["", "abc", "0", "-1", "1", "1.5", "2147483647", "2147483648", "99999999999999999999", "1e9", "true", "null", "%00", "a%00b", "%ED%A0%80", "%F0%9F%98%80", "%27--", "2026-03-14T15:09:26Z", "0001-01-01",
         "9999-12-31T23:59:59Z", "2026-02-30", "00000000-0000-0000-0000-000000000000", "needs.housing", "service_user", "eyJ4IjoxfQ", "AAAA"];

    private static readonly (string Name, string Value)[] OddHeaders =
    [
        ("If-Match", "*"), ("If-Match", "\"1\""), ("If-Match", "W/\"1\""), ("If-Match", "\"1\", \"2\""), ("If-Match", "1"), ("If-Match", "\"99999999999\""), ("If-Match", "\"\""), ("If-Match", "\"x\""),
        ("Idempotency-Key", ""), ("Idempotency-Key", "two words"), ("Idempotency-Key", "clé"), ("Idempotency-Key", new string('k', 201)), ("Idempotency-Key", new string('k', 200)),
        ("Accept-Language", "xx"), ("Accept-Language", ";;;q=9"), ("Accept-Language", "en"), ("Accept", "text/html"), ("Accept", "image/png;q=2"),
        ("Authorization", "Bearer nonsense"), ("Authorization", "Bearer"), ("Authorization", "Basic eDp5"), ("Authorization", "x"), ("If-None-Match", "*"), ("Range", "bytes=0-1"), ("Expect", "100-continue"),
        ("X-HTTP-Method-Override", "DELETE"), ("Content-Encoding", "gzip"), ("Cookie", "a=b; .AspNetCore.Identity.Application=x"), ("Origin", "https://example.org"), ("X-Forwarded-For", "' OR 1=1"),
    ];

    private static readonly string[] OddMethods = ["PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "POST", "PUT", "DELETE", "GET"];

    public IEnumerable<FuzzCase> Of(ContractOperation operation, Func<string, string> idOf)
    {
        var address = Address(operation, idOf);
        var usual = new FuzzCase(operation, operation.Method, address + RequiredQuery(operation), "as documented") { Headers = Required(operation) };
        if (operation.Body is { } media)
        {
            usual = usual with { Body = FuzzCase.Bytes(media["example"]!.ToJsonString()) };
        }

        return Bodies(operation, usual).Concat(Addresses(operation, usual, idOf)).Concat(Queries(operation, usual)).Concat(Headers(usual)).Concat(Methods(operation, usual)).Prepend(usual);
    }

    private IEnumerable<FuzzCase> Bodies(ContractOperation operation, FuzzCase usual)
    {
        if (operation.Body is not { } media)
        {
            // A body where none is expected changes nothing.
            yield return usual with { Oddity = "a body where none is expected", Body = FuzzCase.Bytes("{\"x\":1}") };
            yield break;
        }

        foreach (var (oddity, text) in new JsonMutations(contract).Of(media))
        {
            yield return usual with { Oddity = oddity, Body = FuzzCase.Bytes(text) };
        }

        var good = usual.Body!;
        (string Oddity, byte[] Body)[] whole =
        [
            ("empty", []), ("null", FuzzCase.Bytes("null")), ("a list", FuzzCase.Bytes("[]")), ("a number", FuzzCase.Bytes("1")), ("a text", FuzzCase.Bytes("\"x\"")), ("an open brace", FuzzCase.Bytes("{")),
            ("no member", FuzzCase.Bytes("{}")), ("cut in two", good[..(good.Length / 2)]), ("twice", [.. good, .. good]), ("with a byte order mark", [0xEF, 0xBB, 0xBF, .. good]),
            ("bytes that are not UTF-8", [.. FuzzCase.Bytes("{\"x"), 0xFF, 0xFE, 0xC0, .. FuzzCase.Bytes("\":1}")]), ("UTF-16", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(good))),
            ("10,000 lists in each other", FuzzCase.Bytes(new string('[', 10_000))), ("100 objects in each other", FuzzCase.Bytes(string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100))),
            ("over a megabyte", FuzzCase.Bytes($"{{\"x\":\"{new string('z', 1024 * 1024)}\"}}")), ("a member named by half a pair", FuzzCase.Bytes("{\"\\ud800\":1}")), ("a comment", FuzzCase.Bytes("/* x */ {}")),
        ];
        foreach (var (oddity, body) in whole)
        {
            yield return usual with { Oddity = $"body: {oddity}", Body = body };
        }

        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/problem+json", null })
        {
            yield return usual with { Oddity = $"body as {type ?? "nothing said"}", ContentType = type };
        }
    }

    private static IEnumerable<FuzzCase> Addresses(ContractOperation operation, FuzzCase usual, Func<string, string> idOf)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "path"))
        {
            var name = parameter["name"]!.GetValue<string>();
            foreach (var id in BadIds)
            {
                yield return usual with { Oddity = $"{name} = {id}", Address = Address(operation, known => known == name ? id : idOf(known)) + RequiredQuery(operation), Elsewhere = true };
            }

            // A record, a project, anything, that is not there.
            yield return usual with { Oddity = $"{name} of nothing", Address = Address(operation, known => known == name ? Guid.CreateVersion7().ToString() : idOf(known)) + RequiredQuery(operation) };
        }

        yield return usual with { Oddity = "a slash at the end", Address = usual.Address.Split('?')[0] + "/" + RequiredQuery(operation), Elsewhere = true };
        yield return usual with { Oddity = "something below", Address = usual.Address.Split('?')[0] + "/nothing/at/all/here", Elsewhere = true };
    }

    private static IEnumerable<FuzzCase> Queries(ContractOperation operation, FuzzCase usual)
    {
        var path = usual.Address.Split('?')[0];
        foreach (var name in operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "query").Select(parameter => parameter["name"]!.GetValue<string>()))
        {
            foreach (var value in QueryValues)
            {
                yield return usual with { Oddity = $"?{name}={value}", Address = $"{path}?{name}={value}" };
            }

            yield return usual with { Oddity = $"?{name} twice", Address = $"{path}?{name}=1&{name}=2" };
            yield return usual with { Oddity = $"?{name} of 2,000 characters", Address = $"{path}?{name}={new string('9', 2000)}" };
        }

        yield return usual with { Oddity = "an unknown parameter", Address = $"{path}?unexpected=1" };
        yield return usual with { Oddity = "an unknown parameter with a null character", Address = $"{path}?unexpected=%00" };
    }

    private static IEnumerable<FuzzCase> Headers(FuzzCase usual) =>
        OddHeaders.Select(header => usual with { Oddity = $"{header.Name}: {(header.Value.Length > 40 ? "long" : header.Value)}", Headers = [.. usual.Headers, header] })
            .Append(usual with { Oddity = "no header that is required", Headers = [] });

    private IEnumerable<FuzzCase> Methods(ContractOperation operation, FuzzCase usual)
    {
        var known = contract.Operations.Where(other => other.Path == operation.Path).Select(other => other.Method).ToHashSet(StringComparer.Ordinal);
        return OddMethods.Where(method => !known.Contains(method)).Select(method => usual with { Oddity = $"{method} instead", Method = method, Body = null, Elsewhere = true });
    }

    private static IReadOnlyList<(string, string)> Required(ContractOperation operation) =>
        [.. operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "header" && parameter["required"]?.GetValue<bool>() == true)
            .Select(parameter => (parameter["name"]!.GetValue<string>(), "*"))];

    private static string RequiredQuery(ContractOperation operation)
    {
        var needed = operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "query" && parameter["required"]?.GetValue<bool>() == true)
            .Select(parameter => $"{parameter["name"]}={Uri.EscapeDataString(Text(parameter["example"]))}").ToList();
        return needed.Count == 0 ? "" : "?" + string.Join('&', needed);
    }

    private static string Address(ContractOperation operation, Func<string, string> idOf) =>
        operation.Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == "path")
            .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter["name"]}}}", Id(parameter, idOf), StringComparison.Ordinal));

    private static string Id(JsonNode parameter, Func<string, string> idOf) =>
        parameter["schema"]!["format"]?.GetValue<string>() == "uuid" ? idOf(parameter["name"]!.GetValue<string>()) : Overridden(parameter, idOf);

    // A parameter that is no id stands as in its example, unless this case spoils it.
    private static string Overridden(JsonNode parameter, Func<string, string> idOf)
    {
        var id = idOf(parameter["name"]!.GetValue<string>());
        return Guid.TryParse(id, out _) ? Uri.EscapeDataString(Text(parameter["example"])) : id;
    }

    private static string Text(JsonNode? example) => example is JsonValue value && value.TryGetValue<string>(out var text) ? text : example?.ToJsonString() ?? "";
}
