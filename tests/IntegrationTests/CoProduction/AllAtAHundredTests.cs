using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>The story of the product, end to end: the gap, its history, the conversation and who moved are all there to read, and nothing marks the person's rating as wrong.</summary>
[Collection(InstallationTests.Name)]
public sealed class AllAtAHundredTests(Installation installation)
{
    private const double Day = 24 * 60;

    [Fact]
    public async Task All_at_100_percent()
    {
        var people = await BlindPeople.ArrangeAsync(installation);
        string[] themes = [.. (await people.Own.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/instruments/quality-of-life", UriKind.Relative))).GetProperty("spheres").EnumerateArray()
            .SelectMany(sphere => sphere.GetProperty("themes").EnumerateArray()).Select(theme => theme.GetProperty("code").GetString()!)];
        await people.Own.RatesAsync(people.Id, [.. themes.Select(theme => Answer(theme, 100, minutes: 12 * Day))]);
        await people.Practitioner.RatesAsync(people.Id, Answer("health.mental", 40, minutes: 10 * Day));
        Assert.Equal("open", (await people.Own.GapAsync(people.Id, "health.mental")).GetProperty("state").GetString());

        await SayAsync(people.Practitioner, people.Id, "Qu’est-ce que 100 veut dire pour vous ?", 9);
        await SayAsync(people.Own, people.Id, "Que je vais bien à ma façon.", 8);
        await people.Practitioner.RatesAsync(people.Id, Answer("health.mental", 65, minutes: 6 * Day));
        await people.Practitioner.RatesAsync(people.Id, Answer("health.mental", 90, minutes: Day));

        foreach (var reader in new[] { people.Own, people.Practitioner })
        {
            var gap = await reader.GapAsync(people.Id, "health.mental");
            Assert.Equal("narrowed", gap.GetProperty("state").GetString());
            Assert.Equal(["opened", "narrowed"], gap.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("kind").GetString()));
            Assert.Equal(["practitioner"], gap.GetProperty("history")[1].GetProperty("ratedBy").EnumerateArray().Select(voice => voice.GetString()));
            var inflexion = Assert.Single(gap.GetProperty("inflexions").EnumerateArray());
            Assert.Equal((50, 1.0), (inflexion.GetProperty("narrowedBy").GetInt32(), inflexion.GetProperty("practitionerShare").GetDouble()));
            Assert.Equal(
                "L’écart est passé de 60 points à 10. C’est le regard de l’intervenant ou de l’intervenante qui s’est rapproché.", inflexion.GetProperty("words").GetProperty("fr").GetString());
            var said = (await (await reader.GetAsync(new Uri($"/api/v1/service-users/{people.Id}/coproduction/conversations/{gap.GetProperty("conversationId").GetGuid()}", UriKind.Relative)))
                .BodyAsync(HttpStatusCode.OK)).GetRawText();
            Assert.Contains("veut dire pour vous", said, StringComparison.Ordinal);
            Assert.Contains("ma fa", said, StringComparison.Ordinal);
        }

        // The person's rating is what it was: one answer, theirs, that nothing corrects, averages or marks.
        var series = await Rated.ReadAsync(people.Practitioner, people.Id, "series");
        Assert.All(themes, theme => Assert.Equal([100], series.Ratings(theme)));
        Assert.Equal([40, 65, 90], series.Ratings("health.mental", "practitioner"));
        Assert.Equal(themes.Length, await installation.CountAsync(
            $"SELECT count(*) FROM quality_of_life.answer WHERE service_user_id = '{people.Id}' AND perspective = 'service_user' AND superseded_at IS NULL AND rating = 100"));
    }

    private static async Task SayAsync(HttpClient client, Guid person, string words, double daysAgo) =>
        await (await client.PutAsJsonAsync(
            $"/api/v1/service-users/{person}/coproduction/messages/{Guid.CreateVersion7()}",
            new { thing = new { kind = "theme", theme = "health.mental" }, words, at = Now.AddDays(-daysAgo) })).BodyAsync(HttpStatusCode.OK);
}
