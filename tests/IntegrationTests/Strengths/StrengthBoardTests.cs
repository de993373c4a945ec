using System.Net;
using Barometre.Application.Shared;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.Strengths.Strong;

namespace Barometre.IntegrationTests.Strengths;

[Collection(InstallationTests.Name)]
public sealed class StrengthBoardTests(Installation installation)
{
    [Fact]
    public async Task The_order_and_pins_are_the_persons_and_need_the_version_read()
    {
        var (person, client, ids) = await ThreeAsync();

        await (await client.ArrangeAsync(person.ServiceUserId, null, ids, [])).BodyAsync(HttpStatusCode.PreconditionRequired);
        await (await client.ArrangeAsync(person.ServiceUserId, 0, [ids[2], ids[0]], [ids[0]])).BodyAsync(HttpStatusCode.OK);
        await (await client.ArrangeAsync(person.ServiceUserId, 0, ids, [])).BodyAsync(HttpStatusCode.PreconditionFailed);
        var unknown = await (await client.ArrangeAsync(person.ServiceUserId, 2, [ids[0], Guid.CreateVersion7()], [])).BodyAsync(HttpStatusCode.BadRequest);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await (await practitioner.ArrangeAsync(person.ServiceUserId, 2, ids, [])).BodyAsync(HttpStatusCode.Forbidden);

        var board = await client.StrengthsAsync(person.ServiceUserId);
        Assert.Equal(["Trois", "Un", "Deux"], board.Shown().Select(one => one.Words));
        Assert.Equal([false, true, false], board.GetProperty("strengths").EnumerateArray().Select(one => one.GetProperty("pinned").GetBoolean()));
        Assert.Equal((2, "/order/1"), (board.GetProperty("version").GetInt32(), unknown.GetProperty("errors")[0].GetProperty("pointer").GetString()!.TrimStart('#')));
    }

    [Fact]
    public async Task What_reached_the_record_since_a_time_is_listed_newest_first_page_by_page()
    {
        var (person, client, ids) = await ThreeAsync();
        var board = await client.StrengthsAsync(person.ServiceUserId);
        var since = board.GetProperty("strengths").EnumerateArray().Max(one => one.GetProperty("changedAt").GetDateTimeOffset()).AddTicks(10);
        await (await client.ReviseAsync(person.ServiceUserId, ids[0], Said("Un, mieux dit"), minutes: 40_000)).BodyAsync(HttpStatusCode.OK);
        await (await client.RetireAsync(person.ServiceUserId, ids[1])).BodyAsync(HttpStatusCode.OK);

        var new_ = await client.StrengthsAsync(person.ServiceUserId, $"/changes?since={Uri.EscapeDataString(since.ToString("O"))}");
        Assert.Equal(["retired", "revised"], new_.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("what").GetString()));

        List<string> all = [];
        string? cursor = null;
        do
        {
            var page = await client.StrengthsAsync(person.ServiceUserId, $"/changes?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(change => change.GetProperty("factId").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        Assert.Equal((5, 5), (all.Count, all.Distinct().Count()));
    }

    [Fact]
    public async Task Counts_by_domain_time_and_nature_hold_only_what_is_the_persons()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        (string Words, string Kind, string Domain, string Time)[] named =
            [("a", "skill", "leisure", "now"), ("b", "hope", "leisure", "now"), ("c", "place", "leisure", "now"), ("d", "person", "money", "past")];
        foreach (var (words, kind, domain, time) in named)
        {
            await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said(words, kind, domain, time, theme: words == "a" ? "needs.food" : null))).BodyAsync(HttpStatusCode.OK);
        }

        await (await practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said("e"))).BodyAsync(HttpStatusCode.OK);
        await installation.StarsAsync(person, "needs.food", "needs.housing");

        var measures = await client.StrengthsAsync(person.ServiceUserId, "/measures");
        Assert.Equal(("strengths.count.v1", 4), (measures.GetProperty("method").GetString(), measures.GetProperty("n").GetInt32()));
        Assert.Equal(
            ["leisure now environment 1", "leisure now personal 2", "money past environment 1"],
            measures.GetProperty("counts").EnumerateArray()
                .Select(cell => $"{cell.GetProperty("domain")} {cell.GetProperty("time")} {cell.GetProperty("nature")} {cell.GetProperty("count")}").Order(StringComparer.Ordinal));
        Assert.Equal(["needs.housing"], measures.GetProperty("starsWithoutStrength").EnumerateArray().Select(star => star.GetString()));
    }

    [Fact]
    public async Task A_link_into_a_part_that_is_closed_says_so_and_cannot_be_made()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await (await person.Account.Client(installation).NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said("Dormir au calme", theme: "health.sleep"))).BodyAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET quality_of_life = 'none' WHERE service_user_id = '{person.ServiceUserId}'");
        var client = practitioner.Client(installation);

        var refused = await (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said("Marcher", theme: "health.activity"))).BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal("strengths.unknown-link", refused.GetProperty("errors")[0].GetProperty("code").GetString());
        var shown = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0];
        Assert.Equal("closed", shown.GetProperty("theme").GetProperty("state").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await client.StrengthsAsync(person.ServiceUserId, "/measures")).GetProperty("starsWithoutStrength").ValueKind);
    }

    [Fact]
    public async Task A_link_to_somebody_on_the_map_says_when_they_have_left()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (alter, strength) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(person.ServiceUserId, Mapped.Named(alter, "Zaza", days: 9));

        await (await client.NameAsync(person.ServiceUserId, strength, Said("Quelqu’un qui m’écoute", "person", alterId: alter))).BodyAsync(HttpStatusCode.OK);
        var before = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0].GetProperty("alter");
        await client.NotedAsync(person.ServiceUserId, Mapped.Fact("alter_left", alter, days: 1));
        var after = (await client.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0].GetProperty("alter");

        Assert.Equal(("there", "gone"), (before.GetProperty("state").GetString(), after.GetProperty("state").GetString()));
        await (await client.ReviseAsync(person.ServiceUserId, strength, Said("Quelqu’un qui m’écoutait", "person", alterId: alter))).BodyAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_modules_read_where_strengths_stand_and_the_board_in_words()
    {
        var (person, client, ids) = await ThreeAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        await (await client.RetireAsync(person.ServiceUserId, ids[1])).BodyAsync(HttpStatusCode.OK);
        await (await client.ArrangeAsync(person.ServiceUserId, 0, [ids[2]], [ids[2], ids[1], ids[0]])).BodyAsync(HttpStatusCode.OK);
        var proposed = Guid.CreateVersion7();
        await (await practitioner.Client(installation).NameAsync(person.ServiceUserId, proposed, Said("Quatre"))).BodyAsync(HttpStatusCode.OK);

        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
        var reader = scope.ServiceProvider.GetRequiredService<IStrengthsReader>();
        var known = await reader.StrengthsAsync(person.ServiceUserId, [ids[0], ids[1], proposed, Guid.CreateVersion7()], CancellationToken.None);
        var board = await reader.BoardNowAsync(person.ServiceUserId, CancellationToken.None);
        var (all, some) = (await reader.OverviewAsync(person.ServiceUserId, null, CancellationToken.None), await reader.OverviewAsync(person.ServiceUserId, Guid.CreateVersion7(), CancellationToken.None));

        Assert.Equal(
            new HashSet<(Guid, StrengthStanding)> { (ids[0], StrengthStanding.Kept), (ids[1], StrengthStanding.Retired), (proposed, StrengthStanding.Proposed) },
            known.Select(one => (one.StrengthId, one.Standing)).ToHashSet());
        Assert.Equal([("Trois", "leisure", "Loisirs", true), ("Un", "leisure", "Loisirs", true)], board.Select(one => (one.Words, one.Domain, one.DomainFr, one.Pinned)));
        Assert.Equal(
            [("Un", "kept"), ("Deux", "retired"), ("Trois", "kept"), ("Quatre", "proposed")],
            all.Strengths.Select(one => (one.Words, one.Standing)));
        Assert.Equal([ids[2], ids[0]], all.Pinned);
        Assert.DoesNotContain(some.Strengths, one => one.Standing == "proposed");
    }

    private async Task<(Given.Person Person, HttpClient Client, Guid[] Ids)> ThreeAsync()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        foreach (var (n, id) in ids.Index())
        {
            await (await client.NameAsync(person.ServiceUserId, id, Said(new[] { "Un", "Deux", "Trois" }[n]), minutes: 30 - n)).BodyAsync(HttpStatusCode.OK);
        }

        return (person, client, ids);
    }
}
