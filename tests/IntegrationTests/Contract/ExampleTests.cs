using System.Net;
using System.Text.Json.Nodes;
using Barometre.IntegrationTests.Contract.Fuzz;

namespace Barometre.IntegrationTests.Contract;

/// <summary>An example that the contract shows is one that may be sent as it stands.</summary>
[Collection(InstallationTests.Name)]
public sealed class ExampleTests(Installation installation)
{
    /// <summary>What no example can know: whether what its ids stand for is there.</summary>
    private static readonly string[] NotThere = ["strengths.unknown-strength", "coproduction.effects-unknown-subject"];

    [Fact]
    public async Task No_example_of_a_body_is_refused_for_what_it_says()
    {
        var contract = await ContractDocument.ReadAsync(installation);
        var mutations = new RequestMutations(contract);
        List<string> refused = [];
        foreach (var operation in contract.Operations.Where(operation => operation.Body is not null))
        {
            var world = await FuzzWorld.MakeAsync(installation);
            foreach (var (caller, client) in world.Callers)
            {
                using var request = mutations.Of(operation, world.IdOf).First().Request();
                using var response = await client.SendAsync(request);
                if ((int)response.StatusCode is 401 or 403 or 404)
                {
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.BadRequest)
                {
                    var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                    var fields = problem["errors"]?.AsArray().Select(field => $"{field!["pointer"] ?? field["parameter"]} {field["code"]}") ?? [];
                    refused.AddRange(fields.DefaultIfEmpty($"{problem["code"]}").Select(field => $"{operation.Id}: {field}"));
                }

                break;
            }
        }

        Findings.None(refused.Where(one => !NotThere.Any(code => one.EndsWith($" {code}", StringComparison.Ordinal))));
    }
}
