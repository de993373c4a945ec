using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;

namespace Barometre.IntegrationTests.QualityOfLife;

[Collection(InstallationTests.Name)]
public sealed class RecomputeChangeTests(Installation installation)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Rows_appear_within_two_seconds_of_completion()
    {
        var person = await installation.PersonAsync();

        var completed = await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("health.mental", 40)], complete: true);

        Assert.Equal(HttpStatusCode.Created, completed.StatusCode);
        await Eventually.HappensAsync(
            async () => await installation.CountAsync($"SELECT count(*) FROM quality_of_life.theme_change WHERE service_user_id = '{person.ServiceUserId}'") == 1, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_person_reads_what_changed_and_why_in_both_languages()
    {
        var person = await installation.PersonAsync();
        await RisingAsync(person.ServiceUserId);
        await installation.SendAsync(new RecomputeChangeCommand(person.ServiceUserId, ["health.mental"]));

        var changes = await GetAsync(person, "changes");

        var theme = Assert.Single(changes.GetProperty("themes").EnumerateArray());
        Assert.Equal("health.mental", theme.GetProperty("theme").GetString());
        var own = Assert.Single(theme.GetProperty("voices").EnumerateArray());
        Assert.Equal("service_user", own.GetProperty("perspective").GetString());
        Assert.Equal("rising", own.GetProperty("verdict").GetString());
        Assert.StartsWith("Ça monte", own.GetProperty("reason").GetProperty("fr").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Going up", own.GetProperty("reason").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_is_computed_on_demand()
    {
        var person = await installation.PersonAsync();
        await RisingAsync(person.ServiceUserId);

        var since = await GetAsync(person, $"changes/health.mental?since={Uri.EscapeDataString(Start.AddDays(60).ToString("O"))}");

        Assert.Equal(4, since.GetProperty("voices")[0].GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Both_voices_stand_side_by_side_and_the_gap_tells_who_moved()
    {
        var person = await installation.PersonAsync();
        for (var month = 0; month < 5; month++)
        {
            await installation.AnswerAsync(person.ServiceUserId, "needs.housing", 90, Start.AddDays(30 * month));
            await installation.AnswerAsync(person.ServiceUserId, "needs.housing", 30 + (15 * month), Start.AddDays((30 * month) + 1), Perspective.Practitioner);
        }

        await installation.SendAsync(new RecomputeChangeCommand(person.ServiceUserId, null));

        var gap = Assert.Single((await GetAsync(person, "gaps")).GetProperty("themes").EnumerateArray());
        Assert.Equal(0, gap.GetProperty("gap").GetInt32());
        Assert.Equal(1, gap.GetProperty("inflexions")[0].GetProperty("practitionerShare").GetDouble());
        var voices = (await GetAsync(person, "changes")).GetProperty("themes")[0].GetProperty("voices");
        Assert.Equal("steady", voices[0].GetProperty("verdict").GetString());
        Assert.Equal("rising", voices[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_theme_that_does_not_concern_the_person_is_not_counted_as_shown()
    {
        var person = await installation.PersonAsync();
        await installation.AnswerAsync(person.ServiceUserId, "needs.housing", 40, Start);
        await installation.AnswerAsync(person.ServiceUserId, "needs.food", null, Start, kind: AnswerKind.NotConcerned);
        await installation.AnswerAsync(person.ServiceUserId, "health.mental", null, Start, kind: AnswerKind.RatherNotSay);

        await installation.SendAsync(new RecomputeChangeCommand(person.ServiceUserId, ["needs.housing"]));

        var spheres = (await GetAsync(person, "spheres")).GetProperty("spheres").EnumerateArray().ToDictionary(
            sphere => sphere.GetProperty("sphere").GetString()!, sphere => sphere.GetProperty("voices")[0]);
        Assert.Equal((1, 54), (spheres["overall"].GetProperty("answered").GetInt32(), spheres["overall"].GetProperty("shown").GetInt32()));
        Assert.Equal(JsonValueKind.Null, spheres["overall"].GetProperty("mean").ValueKind);
    }

    [Fact]
    public async Task Told_twice_or_by_two_nodes_at_once_the_rows_are_the_same()
    {
        var person = await installation.PersonAsync();
        await RisingAsync(person.ServiceUserId);
        await installation.SendAsync(new RecomputeChangeCommand(person.ServiceUserId, null));

        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => installation.SendAsync(new RecomputeChangeCommand(person.ServiceUserId, i % 2 == 0 ? null : ["health.mental"]))));

        Assert.All(again, differing => Assert.Equal(0, differing));
    }

    [Fact]
    public async Task Somebody_who_is_not_in_the_circle_learns_nothing()
    {
        var person = await installation.PersonAsync();
        var stranger = await installation.AccountAsync();

        foreach (var what in (string[])["changes", "changes/health.mental", "spheres", "gaps"])
        {
            var response = await stranger.Client(installation).GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/{what}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task RisingAsync(Guid person)
    {
        for (var i = 0; i < 6; i++)
        {
            await installation.AnswerAsync(person, "health.mental", 10 + (15 * i), Start.AddDays(30 * i));
        }
    }

    private static async Task<JsonElement> GetAsync(Installation installation, Given.Person person, string what) =>
        await person.Account.Client(installation).GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/{what}", UriKind.Relative));

    private Task<JsonElement> GetAsync(Given.Person person, string what) => GetAsync(installation, person, what);
}
