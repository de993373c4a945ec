using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Application.CoProduction.Overviews;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class OverviewTests(Installation installation)
{
    [Fact]
    public async Task The_person_sees_every_voice_and_what_is_new_since_they_last_looked()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 40), Answer("needs.food", null, kind: "rather_not_say")], complete: true)).BodyAsync(HttpStatusCode.Created);

        var first = await OverviewAsync(client, person);
        await SeeAsync(client, person, first.GetProperty("at").GetDateTimeOffset());
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await (await practitioner.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 20)])).BodyAsync(HttpStatusCode.Created);
        var second = await OverviewAsync(client, person);

        Assert.Equal(JsonValueKind.Null, first.GetProperty("since").ValueKind);
        Assert.Equal(2, News(first, "quality_of_life"));
        Assert.Equal(1, News(second, "quality_of_life"));
        Assert.Equal(
            ["needs.food service_user rather_not_say ", "needs.housing service_user rating 40", "needs.housing practitioner rating 20"],
            second.GetProperty("qualityOfLife").GetProperty("voices").EnumerateArray().Select(Told));
    }

    [Fact]
    public async Task The_whole_record_is_there_in_words_and_a_proposal_is_not_shown_to_third_parties()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.Read);
        var (lou, cooking, proposed) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(person.ServiceUserId, Mapped.Named(lou, "Lou Inventé", 3), Mapped.Stated(lou, 2, 70, 80));
        await (await client.NameAsync(person.ServiceUserId, cooking, Strong.Said("Je cuisine bien"), minutes: 20)).BodyAsync(HttpStatusCode.OK);
        await (await practitioner.Client(installation).NameAsync(person.ServiceUserId, proposed, Strong.Said("Tu sais attendre"))).BodyAsync(HttpStatusCode.OK);
        var goal = await client.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        await client.ActionAsync(person.ServiceUserId, goal, "Appeler l’école");
        await practitioner.Client(installation).GoalAsync(person.ServiceUserId, "Comprendre mes médicaments", minutes: 20);

        var (own, other) = (await OverviewAsync(client, person), await OverviewAsync(relative.Client(installation), person));

        Assert.Equal(["Lou Inventé 70"], own.GetProperty("network").GetProperty("alters").EnumerateArray().Select(alter => $"{alter.GetProperty("name")} {alter.GetProperty("voices")[0].GetProperty("closeness")}"));
        Assert.Equal(["Je cuisine bien kept", "Tu sais attendre proposed"], Strengths(own));
        Assert.Equal(["Je cuisine bien kept"], Strengths(other));
        var plan = own.GetProperty("plan");
        Assert.Equal(
            ["Finir mon cours de chimie adopted service_user", "Comprendre mes médicaments proposed practitioner"],
            plan.GetProperty("goals").EnumerateArray().Select(one => $"{one.GetProperty("words")} {one.GetProperty("state")} {one.GetProperty("perspective")}"));
        Assert.Equal((goal, "Appeler l’école"), (plan.GetProperty("actions")[0].GetProperty("goalId").GetGuid(), plan.GetProperty("actions")[0].GetProperty("what").GetString()));
        Assert.Equal((1, 2, 3), (News(own, "network"), News(own, "strengths"), News(own, "plan")));
    }

    [Fact]
    public async Task What_was_seen_is_never_taken_back_and_never_lies_in_the_future()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var now = (await OverviewAsync(client, person)).GetProperty("at").GetDateTimeOffset();

        var ahead = await SeeAsync(client, person, now.AddYears(3));
        var back = await SeeAsync(client, person, now.AddYears(-3));

        Assert.True(ahead <= TimeProvider.System.GetUtcNow());
        Assert.Equal(ahead, back);
    }

    [Fact]
    public async Task A_tab_that_is_closed_to_the_reader_is_not_there_and_the_register_names_those_that_were_shown()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.None);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET strengths = 'read', plan = 'read' WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{relative.AccountId}'");
        await (await person.Account.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Answer("needs.housing", 40)])).BodyAsync(HttpStatusCode.Created);

        var seen = await OverviewAsync(relative.Client(installation), person);
        var register = await (await person.Account.Client(installation).GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/register", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("qualityOfLife").ValueKind);
        Assert.DoesNotContain(seen.GetProperty("news").EnumerateArray(), news => news.GetProperty("tab").GetString() is "quality_of_life" or "network");
        Assert.Equal(["plan", "strengths"], register.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("tab").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_whole_record_takes_one_round_trip_that_confirms_the_access_decision_made_before()
    {
        var person = await installation.PersonAsync();
        await using var wire = await Wire.StartAsync(installation);
        // Until its statements are prepared their texts travel too: more than a packet, of which the server may answer the first part while the rest is on its way.
        for (var i = 0; i < 6; i++)
        {
            await wire.SendAsync(person, new GetOverviewQuery(person.ServiceUserId, null));
        }

        var before = wire.RoundTrips;
        await wire.SendAsync(person, new GetOverviewQuery(person.ServiceUserId, null));

        Assert.Equal(1, wire.RoundTrips - before);
    }

    private static async Task<JsonElement> OverviewAsync(HttpClient client, Given.Person person) =>
        await (await client.GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/overview", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);

    private static async Task<DateTimeOffset> SeeAsync(HttpClient client, Given.Person person, DateTimeOffset until) =>
        (await (await client.PutAsJsonAsync($"/api/v1/service-users/{person.ServiceUserId}/overview/seen", new { until })).BodyAsync(HttpStatusCode.OK)).GetProperty("until").GetDateTimeOffset();

    private static int News(JsonElement overview, string tab) =>
        overview.GetProperty("news").EnumerateArray().Single(news => news.GetProperty("tab").GetString() == tab).GetProperty("count").GetInt32();

    private static IEnumerable<string> Strengths(JsonElement overview) =>
        overview.GetProperty("strengths").GetProperty("strengths").EnumerateArray().Select(one => $"{one.GetProperty("words")} {one.GetProperty("standing")}");

    private static string Told(JsonElement voice) =>
        $"{voice.GetProperty("theme").GetString()} {voice.GetProperty("perspective").GetString()} {voice.GetProperty("answer").GetString()} {voice.GetProperty("rating")}";
}
