using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometre.WebApi.Shared.OpenApi;
using Xunit.Abstractions;

namespace Barometre.IntegrationTests.Contract.Fuzz;

/// <summary>Thousands of malformed and boundary requests made from the OpenAPI document, as several people: a new operation is among them by itself.</summary>
[Collection(InstallationTests.Name)]
public sealed class FuzzTests(Installation installation, ITestOutputHelper output)
{
    private const int Least = 5_000;

    /// <summary>The run is the same each time: a failure can be looked at again.</summary>
    private const int Seed = 20261120;

    private readonly HashSet<string> _codes = ErrorList.All.Select(error => error.Code).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public async Task No_odd_request_makes_a_fault_or_an_answer_that_is_not_documented()
    {
        var contract = await ContractDocument.ReadAsync(installation);
        var mutations = new RequestMutations(contract);
        var random = new Random(Seed);
        List<(FuzzCase Case, HttpClient Client, string Caller)> run = [];
        var each = (Least / contract.Operations.Count) + 1;
        foreach (var operation in contract.Operations.OrderBy(operation => operation.Id, StringComparer.Ordinal))
        {
            var world = await FuzzWorld.MakeAsync(installation);
            var all = mutations.Of(operation, world.IdOf).ToList();
            // Simple operations have fewer oddities than their share: they are sent again, by others.
            for (var sent = 0; sent < each; sent += all.Count)
            {
                var chosen = all.ToArray();
                random.Shuffle(chosen);
                run.AddRange(chosen.Take(each - sent).Select(odd => world.Caller(operation, random) is var who ? (odd, world.Callers[who], who) : default));
            }
        }

        var (wrong, statuses) = (new ConcurrentBag<(string What, string Example)>(), new ConcurrentDictionary<int, int>());
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(run, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (sent, cancellationToken) =>
        {
            using var request = sent.Case.Request();
            using var response = await sent.Client.SendAsync(request, cancellationToken);
            statuses.AddOrUpdate((int)response.StatusCode, 1, (_, count) => count + 1);
            foreach (var what in await WrongAsync(contract, sent.Case, response))
            {
                wrong.Add(($"{sent.Case.Operation.Id}: {(int)response.StatusCode}, {what}", $"as {sent.Caller}, {sent.Case.Oddity}"));
            }
        });

        output.WriteLine($"{run.Count} requests to {contract.Operations.Count} operations in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s: "
            + string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} × {pair.Value}")));
        Assert.True(run.Count >= Least);
        var kinds = wrong.GroupBy(one => one.What, one => one.Example, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        Assert.True(wrong.IsEmpty, $"{wrong.Count} wrong answers:\n" + string.Join('\n', kinds.Select(kind => $"{kind.Key} ({kind.Count()} times: {string.Join("; ", kind.Order(StringComparer.Ordinal).Take(3))})")));
    }

    private async Task<IReadOnlyList<string>> WrongAsync(ContractDocument contract, FuzzCase odd, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status >= 500)
        {
            return ["a fault"];
        }

        // The server itself refuses an address that no text can be made of, before any of ours runs.
        var text = await response.Content.ReadAsStringAsync();
        if (odd.Method is "HEAD" || (odd.Elsewhere && status == 400 && text.Length == 0))
        {
            return [];
        }

        if (odd.Elsewhere && !odd.Operation.Statuses.Contains(status))
        {
            return status is 404 or 405 ? Problem(text, contract) : [$"neither documented nor a way of leading nowhere"];
        }

        if (contract.Answer(odd.Operation, status) is not { } answer)
        {
            return ["not documented"];
        }

        if (answer["content"] is not { } content)
        {
            return text.Length == 0 ? [] : ["a body, and none is documented"];
        }

        if (content[response.Content.Headers.ContentType?.MediaType ?? ""]?["schema"] is not { } schema)
        {
            return [$"{response.Content.Headers.ContentType} is not documented"];
        }

        if (response.Content.Headers.ContentType?.MediaType is { } media && !media.EndsWith("json", StringComparison.Ordinal))
        {
            // A file: what stands in it is its own format's affair.
            return schema["type"]?.GetValue<string>() == "string" ? [] : ["a file, and none is documented"];
        }

        return status >= 400 ? Problem(text, contract, schema) : [.. contract.Check(JsonNode.Parse(text), schema)];
    }

    private IReadOnlyList<string> Problem(string text, ContractDocument contract, JsonNode? schema = null)
    {
        try
        {
            var problem = JsonNode.Parse(text)!;
            var codes = (problem["errors"]?.AsArray().Select(field => field!["code"]) ?? []).Append(problem["code"]).Select(code => code?.GetValue<string>() ?? "none");
            return [.. codes.Where(code => !_codes.Contains(code)).Select(code => $"the code {code} is not listed"), .. schema is null ? [] : contract.Check(problem, schema)];
        }
        catch (JsonException)
        {
            return ["no problem in JSON"];
        }
    }
}
