using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>“Let’s talk about it”, and what the first page of the record says of it and of conversations.</summary>
[Collection(InstallationTests.Name)]
public sealed class MarkTests(Installation installation)
{
    [Fact]
    public async Task Everybody_marks_takes_back_their_own_and_the_person_takes_any_off()
    {
        var (person, own, other) = await PairAsync();
        var things = await installation.ThingsAsync(person);
        foreach (var (kind, thing) in things)
        {
            await (await other.MarkAsync(person.ServiceUserId, thing, minutes: 30)).BodyAsync(HttpStatusCode.OK);
        }

        await (await own.MarkAsync(person.ServiceUserId, things["goal"], minutes: 20)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(things.Keys.Order(StringComparer.Ordinal), (await MarksAsync(own, person)).Order(StringComparer.Ordinal));

        await (await other.MarkAsync(person.ServiceUserId, things["goal"], marked: false)).BodyAsync(HttpStatusCode.OK);
        await (await own.MarkAsync(person.ServiceUserId, things["tie"], marked: false)).BodyAsync(HttpStatusCode.OK);
        await (await other.MarkAsync(person.ServiceUserId, things["action"], marked: false, setting: "joint")).BodyAsync(HttpStatusCode.OK);

        var left = await MarksAsync(own, person);
        Assert.Contains("goal", left);
        Assert.DoesNotContain("tie", left);
        Assert.DoesNotContain("action", left);
        Assert.Equal(left.Order(StringComparer.Ordinal), (await GlanceAsync(own, person)).GetProperty("marks").EnumerateArray().Select(mark => mark.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mark_sent_again_is_one_and_what_stands_in_a_closed_tab_is_neither_marked_nor_listed()
    {
        var (person, own, _) = await PairAsync();
        var member = await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute);
        var (things, id) = (await installation.ThingsAsync(person), Guid.CreateVersion7());
        await (await own.MarkAsync(person.ServiceUserId, things["strength"], id: id)).BodyAsync(HttpStatusCode.OK);
        await (await own.MarkAsync(person.ServiceUserId, things["strength"], id: id)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("fact.id-reused", (await (await own.MarkAsync(person.ServiceUserId, things["goal"], id: id)).BodyAsync(HttpStatusCode.Conflict)).Code());
        await installation.OpenOnlyAsync(person, member, "plan", "coproduction");

        Assert.Single(await MarksAsync(own, person));
        Assert.Empty(await MarksAsync(member.Client(installation), person));
        Assert.Equal("access.tab-closed", (await (await member.Client(installation).MarkAsync(person.ServiceUserId, things["strength"])).BodyAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Empty((await GlanceAsync(member.Client(installation), person)).GetProperty("marks").EnumerateArray());
    }

    [Fact]
    public async Task The_first_page_says_what_is_unread_as_the_list_does_and_counts_it_as_news()
    {
        var (person, own, other) = await PairAsync();
        var things = await installation.ThingsAsync(person);
        await own.SaidAsync(person.ServiceUserId, things["theme"], "Il fait froid");
        await own.SaidAsync(person.ServiceUserId, things["theme"], "Et humide");
        var (goal, _) = await own.SaidAsync(person.ServiceUserId, things["goal"], "J’hésite");
        var (_, withdrawn) = await own.SaidAsync(person.ServiceUserId, things["tie"], "Non, rien");
        await (await own.WithdrawAsync(person.ServiceUserId, withdrawn)).BodyAsync(HttpStatusCode.OK);
        await other.ReadThroughAsync(person.ServiceUserId, goal, 1);
        await (await own.MarkAsync(person.ServiceUserId, things["star"])).BodyAsync(HttpStatusCode.OK);

        var (listed, overview) = (await other.ConversationsAsync(person.ServiceUserId), await OverviewAsync(other, person));

        var unread = overview.GetProperty("coproduction").GetProperty("unread").EnumerateArray().Select(one => (one.GetProperty("conversationId").GetGuid(), one.GetProperty("unread").GetInt32()));
        Assert.Equal(listed.EnumerateArray().Select(one => (one.GetProperty("conversationId").GetGuid(), one.GetProperty("unread").GetInt32())).Where(one => one.Item2 > 0), unread);
        Assert.Equal(2, overview.GetProperty("news").EnumerateArray().Single(news => news.GetProperty("tab").GetString() == "coproduction").GetProperty("count").GetInt32());
        Assert.Empty((await GlanceAsync(own, person)).GetProperty("unread").EnumerateArray());

        await (await own.PutAsync(Rated.Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed = true })).BodyAsync(HttpStatusCode.OK);
        var kept = await OverviewAsync(other, person);
        Assert.Empty(kept.GetProperty("coproduction").GetProperty("unread").EnumerateArray());
        Assert.Empty(kept.GetProperty("qualityOfLife").GetProperty("keptThemes").EnumerateArray());
        Assert.Equal("needs.housing", (await OverviewAsync(own, person)).GetProperty("qualityOfLife").GetProperty("keptThemes")[0].GetString());
    }

    private static async Task<IReadOnlyList<string>> MarksAsync(HttpClient client, Given.Person person) =>
        [.. (await Told.ReadAsync(client, person.ServiceUserId, "marks")).EnumerateArray().Select(mark => mark.GetProperty("thing").GetProperty("kind").GetString()!)];

    private static async Task<JsonElement> OverviewAsync(HttpClient client, Given.Person person) =>
        await (await client.GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/overview", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);

    private static async Task<JsonElement> GlanceAsync(HttpClient client, Given.Person person) => (await OverviewAsync(client, person)).GetProperty("coproduction");

    private async Task<(Given.Person Person, HttpClient Own, HttpClient Practitioner)> PairAsync()
    {
        var person = await installation.PersonAsync();
        return (person, person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
    }
}
