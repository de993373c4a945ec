using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Strengths;

[Collection(InstallationTests.Name)]
public sealed class StrengthCatalogueTests(Installation installation)
{
    [Fact]
    public async Task The_catalogue_is_read_whole_by_anybody_and_says_that_it_is_provisional()
    {
        using var nobody = installation.Client();

        var newest = await (await nobody.GetAsync(new Uri("/api/v1/instruments/strengths", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        var version = await (await nobody.GetAsync(new Uri("/api/v1/instruments/strengths/1.0.0", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(newest.GetRawText(), version.GetRawText());
        Assert.Equal("provisional", newest.GetProperty("status").GetString());
        Assert.NotEmpty(newest.GetProperty("notice").GetProperty("fr").GetString()!);
        var domains = newest.GetProperty("domains").EnumerateArray().ToList();
        Assert.Equal(
            ["home_daily_life", "money", "work_learning", "relationships", "health_wellbeing", "leisure", "spirituality_culture"],
            domains.Select(domain => domain.GetProperty("code").GetString()));
        Assert.All(domains.SelectMany(Texts), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Equal(7 * 2 * (2 + 3 + 8), domains.SelectMany(Texts).Count());
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync(new Uri("/api/v1/instruments/strengths/9.9.9", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => installation.ExecuteAsync("SET ROLE barometre_app; UPDATE strengths.catalogue_version SET content = ''"));
        Assert.Contains("permission denied", refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Texts(JsonElement domain)
    {
        var wordings = new[] { domain.GetProperty("name"), domain.GetProperty("description") }
            .Concat(domain.GetProperty("prompts").EnumerateObject().Select(prompt => prompt.Value))
            .Concat(domain.GetProperty("suggestions").EnumerateObject().SelectMany(nature => nature.Value.EnumerateArray()).Select(suggestion => suggestion.GetProperty("name")));
        return wordings.SelectMany(wording => new[] { wording.GetProperty("fr").GetString(), wording.GetProperty("en").GetString() });
    }
}
