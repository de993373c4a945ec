using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometre.Application.Shared;
using Barometre.WebApi.Shared.OpenApi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Barometre.IntegrationTests.Contract;

/// <summary>What every operation must say, and that what is committed is what is served.</summary>
[Collection(InstallationTests.Name)]
public sealed partial class ContractTests(Installation installation)
{
    /// <summary>A supervisor's questions; everything else is the contract's.</summary>
    private static readonly string[] Health = ["/health/live", "/health/ready"];

    [Fact]
    public void Every_endpoint_says_who_may_call_it_its_name_and_its_summary()
    {
        var endpoints = installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !Health.Contains(endpoint.RoutePattern.RawText)).ToList();

        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.SelectMany(Missing).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_has_its_answers_examples_and_access()
    {
        var contract = await ContractDocument.ReadAsync(installation);

        Assert.NotEmpty(contract.Operations);
        Assert.Empty(contract.Operations.SelectMany(operation => Missing(contract, operation)));
        Assert.Equal(contract.Operations.Count, contract.Operations.Select(operation => operation.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Every_example_fits_its_schema_and_its_type()
    {
        var contract = await ContractDocument.ReadAsync(installation);
        var types = BodyTypes();
        var options = installation.App.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        List<string> wrong = [];
        foreach (var operation in contract.Operations)
        {
            foreach (var (place, media) in operation.Media())
            {
                wrong.AddRange(contract.Check(media["example"], media["schema"]!).Select(what => $"{operation.Id} {place}: {what}"));
            }

            if (operation.Body is { } body && types.TryGetValue(operation.Id, out var type))
            {
                Assert.NotNull(body["example"].Deserialize(type, options));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task What_is_committed_is_what_is_served()
    {
        var served = await installation.Client().GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative));

        Assert.True(ContractSetup.Written(served) == await Committed("openapi.v1.json"), "docs/api/openapi.v1.json has drifted from the code: run build/openapi and commit it.");
        Assert.True(ErrorList.Markdown() == await Committed("errors.md"), "docs/api/errors.md has drifted from the code: run build/openapi and commit it.");
    }

    [Fact]
    public void Every_code_is_written_once_and_well_formed()
    {
        var errors = ErrorList.All;

        Assert.Empty(errors.GroupBy(error => error.Code, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(errors.Where(error => !CodeForm().IsMatch(error.Code)).Select(error => error.Code));
        Assert.Empty(errors.Where(error => error.French == error.English || error.French.Length == 0 || error.English.Length == 0).Select(error => error.Code));
        Assert.Empty(errors.Where(error => Placeholder().Count(error.French) != Placeholder().Count(error.English)).Select(error => error.Code));
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        var client = installation.Client();
        var page = await client.GetAsync(new Uri("/swagger/index.html", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        var files = Asset().Matches(html).Select(match => match.Groups["file"].Value).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Contains("//", StringComparison.Ordinal));
        Assert.Contains("default-src 'none'; script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var file in files)
        {
            Assert.True((await client.GetAsync(new Uri($"/swagger/{file}", UriKind.Relative))).IsSuccessStatusCode, file);
        }
    }

    private static IEnumerable<string> Missing(RouteEndpoint endpoint)
    {
        var name = endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText;
        var sent = endpoint.Metadata.GetMetadata<SentRequest>();
        if (endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is null)
        {
            yield return $"{name}: no name (WithName)";
        }

        if (string.IsNullOrEmpty(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary))
        {
            yield return $"{name}: no summary (WithSummary)";
        }

        if (sent is null)
        {
            yield return $"{name}: no request of that name; call it as its command or query, or add .Sends<…>()";
        }
        else if (sent.Access is Access.SystemAccess)
        {
            yield return $"{name}: only the installation itself may send its request";
        }

        var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (sent is not null && open != sent.Access is Access.AnyoneAccess)
        {
            yield return $"{name}: {(open ? "open to strangers, its request is not" : "closed to strangers, its request is not")}";
        }
    }

    private static IEnumerable<string> Missing(ContractDocument contract, ContractOperation operation)
    {
        if (operation.Node["x-barometre-access"] is null || operation.Node["security"] is null || operation.Node["tags"] is not JsonArray { Count: > 0 })
        {
            yield return $"{operation.Id}: access, security or tag is missing";
        }

        if (!operation.Statuses.Any(status => status is >= 200 and < 300))
        {
            yield return $"{operation.Id}: no answer when all goes well (typed results)";
        }

        var anyone = operation.Node["x-barometre-access"]?["kind"]?.GetValue<string>() == "anyone";
        int[] needed = anyone ? [400, 500] : [400, 401, 500];
        foreach (var status in needed.Except(operation.Statuses))
        {
            yield return $"{operation.Id}: no {status}";
        }

        foreach (var (place, media) in operation.Media().Where(part => part.Media["schema"] is null || part.Media["example"] is null))
        {
            yield return $"{operation.Id} {place}: no schema or no example ({media.ToJsonString()[..Math.Min(80, media.ToJsonString().Length)]})";
        }

        foreach (var status in operation.Statuses.Where(status => status >= 400 && contract.Answer(operation, status)?["content"]?["application/problem+json"] is null))
        {
            yield return $"{operation.Id}: {status} is no problem";
        }
    }

    private Dictionary<string, Type> BodyTypes() => installation.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => (Name: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName, Body: endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType))
        .Where(found => found is { Name: not null, Body: not null })
        .ToDictionary(found => found.Name!, found => found.Body!, StringComparer.Ordinal);

    private static async Task<string> Committed(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Barometre.sln")))
        {
            folder = folder.Parent!;
        }

        return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "docs", "api", file));
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?:src|href)=""(?<file>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();
}
