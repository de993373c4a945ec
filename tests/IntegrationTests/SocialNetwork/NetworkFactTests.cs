using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

[Collection(InstallationTests.Name)]
public sealed class NetworkFactTests(Installation installation)
{
    [Fact]
    public async Task A_month_of_a_device_arrives_at_once_and_the_map_shows_it()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, max) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var receipt = await client.NotedAsync(
            person.ServiceUserId,
            Named(lou, "Lou l’Inventé 🌻", 30), Named(max, "ماكس", 29, "family", "animal"), Stated(lou, 28, 80, 70, "Un vrai secret"), Stated(lou, 3, closeness: 90),
            Fact("alters_tied", lou, 20, ("otherId", max), ("strength", 40)), Fact("alter_placed", lou, 20, ("angle", 12.5), ("radius", 0.25)));

        Assert.Equal((6, 0), (receipt.GetProperty("added").GetInt32(), receipt.GetProperty("alreadyThere").GetInt32()));
        var map = await client.NetworkAsync(person.ServiceUserId, "map");
        Assert.Equal(["Lou l’Inventé 🌻", "ماكس"], map.GetProperty("present").Names());
        var voice = map.Alter(lou).Voice();
        Assert.Equal((90, 70, "Un vrai secret"), (voice.GetProperty("closeness").GetInt32(), voice.GetProperty("quality").GetInt32(), voice.GetProperty("comment").GetString()));
        Assert.Equal((12.5, 0.25), (map.Alter(lou).GetProperty("angle").GetDouble(), map.Alter(lou).GetProperty("radius").GetDouble()));
        Assert.Equal(40, Assert.Single(map.GetProperty("ties").EnumerateArray()).GetProperty("strength").GetInt32());
        var before = await client.NetworkAsync(person.ServiceUserId, $"map?at={At(Now.AddDays(-10))}");
        Assert.Equal(80, before.Alter(lou).Voice().GetProperty("closeness").GetInt32());
    }

    [Fact]
    public async Task Names_and_words_lie_sealed()
    {
        var person = await installation.PersonAsync();
        var lou = Guid.CreateVersion7();
        await person.Account.Client(installation).NotedAsync(person.ServiceUserId, Named(lou, "Secretum", 2), Stated(lou, 1, comment: "Secretum"), Fact("snapshot_named", Guid.CreateVersion7(), 1, ("name", "Secretum")));

        await using var command = installation.Owner.CreateCommand(
            $"SELECT count(name_sealed), count(comment_sealed), sum(position('Secretum'::bytea in coalesce(name_sealed, '') || coalesce(comment_sealed, ''))) FROM social_network.fact WHERE service_user_id = '{person.ServiceUserId}'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((2, 1, 0), (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
    }

    [Fact]
    public async Task Sent_again_in_another_order_and_at_once_it_is_one_effect()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var lou = Guid.CreateVersion7();
        object[] facts = [Named(lou, "Lou Inventé", 30), Stated(lou, 28, 80), Fact("alter_left", lou, 5)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => client.NoteAsync(person.ServiceUserId, i % 2 == 0 ? facts : facts.Reverse())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(3L, await CountAsync(person.ServiceUserId));
        var map = await client.NetworkAsync(person.ServiceUserId, "map");
        Assert.Empty(map.GetProperty("present").EnumerateArray());
        Assert.Equal(["Lou Inventé"], map.GetProperty("left").Names());
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_refused_and_nothing_of_the_call_is_kept()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var lou = Guid.CreateVersion7();
        var named = Named(lou, "Lou Inventé", 30);
        await client.NotedAsync(person.ServiceUserId, named);
        var renamed = new Dictionary<string, object?>(named) { ["name"] = "Autre" };
        var moved = new Dictionary<string, object?>(named) { ["circle"] = "love" };

        foreach (var changed in (object[])[renamed, moved])
        {
            var problem = await (await client.NoteAsync(person.ServiceUserId, Stated(lou, 1, 10), changed)).BodyAsync(HttpStatusCode.Conflict);
            Assert.Equal("social-network.fact-id-reused", problem.Code());
        }

        Assert.Equal(1L, await CountAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task What_is_wrong_is_pointed_at_and_nothing_is_kept()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, nobody) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var twice = Named(lou, "Lou Inventé", 2);

        var shape = await (await client.NoteAsync(
            person.ServiceUserId, Named(lou, new string('a', 101), 2), Stated(lou, 2, 101), Stated(lou, 2), Fact("alter_left", lou, 2, ("closeness", 3)), Named(lou, "a\u0007", 2),
            Fact("alters_tied", lou, 2, ("otherId", lou)), Fact("alter_placed", lou, 2, ("angle", 360), ("radius", 0.5)),
            Fact("snapshot_named", lou, 2, ("name", "Demain"), ("moment", Now)))).BodyAsync(HttpStatusCode.BadRequest);
        var content = await (await client.NoteAsync(
            person.ServiceUserId, twice, twice, Stated(nobody, 1, 5), Fact("alters_merged", lou, 1, ("otherId", nobody)), Fact("snapshot_dropped", lou, 1), Fact("alter_linked", lou, 1, ("memberId", nobody))))
            .BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal(
            [
                ("/facts/0/name", "social-network.name-too-long"), ("/facts/1/closeness", "validation.range"), ("/facts/2/kind", "social-network.nothing-said"),
                ("/facts/3/closeness", "social-network.not-of-this-kind"), ("/facts/4/name", "social-network.unwritable"), ("/facts/5/otherId", "social-network.itself-twice"),
                ("/facts/6/angle", "validation.rule"), ("/facts/7/moment", "social-network.moment-to-come"),
            ],
            shape.Faults().OrderBy(fault => fault.Pointer, StringComparer.Ordinal));
        Assert.Equal(
            [
                ("/facts/1/id", "social-network.fact-twice"), ("/facts/2/subjectId", "social-network.unknown-alter"), ("/facts/3/otherId", "social-network.unknown-alter"),
                ("/facts/4/subjectId", "social-network.unknown-snapshot"), ("/facts/5/memberId", "social-network.unknown-member"),
            ],
            content.Faults());
        Assert.Equal(0L, await CountAsync(person.ServiceUserId));
    }

    [Fact]
    public async Task A_name_of_a_hundred_characters_of_any_script_is_kept_whole()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        string[] names = [string.Concat(Enumerable.Repeat("👩🏽‍🌾", 100)), new string('é', 100), string.Concat(Enumerable.Repeat("ש", 100)), "\"Guillemets\"\n; <b>&amp;", "=1+1"];

        await client.NotedAsync(person.ServiceUserId, names.Select(name => Named(Guid.CreateVersion7(), name, 1)));

        Assert.Equal(names.Order(StringComparer.Ordinal), (await client.NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").Names().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_map_is_the_persons_and_others_note_only_how_they_see_a_tie()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var (lou, max) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.NotedAsync(person.ServiceUserId, Named(lou, "Lou Inventé", 5), Stated(lou, 4, 80));

        await practitioner.NotedAsync(person.ServiceUserId, Stated(lou, 3, 20), Named(max, "Max Inventé", 2).Together());
        var alone = await (await practitioner.NoteAsync(person.ServiceUserId, Fact("alter_left", lou, 1))).BodyAsync(HttpStatusCode.Forbidden);
        var impersonated = await (await practitioner.NoteAsync(person.ServiceUserId, Fact("alter_left", lou, 1, ("perspective", "service_user")))).BodyAsync(HttpStatusCode.Forbidden);

        Assert.Equal(("social-network.not-your-map", "access.not-your-view"), (alone.Code(), impersonated.Code()));
        var map = await own.NetworkAsync(person.ServiceUserId, "map");
        Assert.Equal((80, 20), (map.Alter(lou).Voice().GetProperty("closeness").GetInt32(), map.Alter(lou).Voice("practitioner").GetProperty("closeness").GetInt32()));
        Assert.Equal(["Lou Inventé", "Max Inventé"], map.GetProperty("present").Names());
    }

    [Fact]
    public async Task Two_devices_offline_for_a_month_with_wrong_clocks_make_one_map_whichever_sends_first()
    {
        List<string> maps = [];
        foreach (var firstSends in (bool[])[true, false])
        {
            var person = await installation.PersonAsync();
            var client = person.Account.Client(installation);
            var (lou, max) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            await client.NotedAsync(person.ServiceUserId, Named(lou, "Lou Inventé", 40), Named(max, "Max Inventé", 40));
            // The first device's clock is a year behind, the second's right.
            object[] first = [Stated(lou, 400, 10), Fact("alter_changed", max, 395, ("name", "Maxou Inventé")), Fact("alters_merged", max, 370, ("otherId", lou))];
            object[] second = [Stated(lou, 20, 70), Stated(max, 10, quality: 30), Fact("alter_left", max, 15), Fact("alter_back", max, 5)];

            await client.NotedAsync(person.ServiceUserId, firstSends ? first : second);
            await client.NotedAsync(person.ServiceUserId, firstSends ? second : first);

            var map = await client.NetworkAsync(person.ServiceUserId, "map");
            var alter = Assert.Single(map.GetProperty("present").EnumerateArray());
            maps.Add($"{alter.GetProperty("name")} {alter.Voice().GetProperty("closeness")} {alter.Voice().GetProperty("quality")} {map.GetProperty("left").GetArrayLength()}");
        }

        Assert.Equal(["Lou Inventé 70 30 0", "Lou Inventé 70 30 0"], maps);
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_counts_from_arrival_and_is_told()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var lou = Guid.CreateVersion7();
        object[] facts = [Named(lou, "Lou Inventé", 1), Stated(lou, -300, 55), Fact("snapshot_named", Guid.CreateVersion7(), -300, ("name", "Trop tôt"), ("moment", Now.AddDays(200)))];

        var receipt = await client.NotedAsync(person.ServiceUserId, facts);
        var again = await client.NotedAsync(person.ServiceUserId, facts);

        Assert.Equal((2, 3), (receipt.GetProperty("clockAhead").GetArrayLength(), again.GetProperty("alreadyThere").GetInt32()));
        Assert.Equal(55, (await client.NetworkAsync(person.ServiceUserId, "map")).Alter(lou).Voice().GetProperty("closeness").GetInt32());
        Assert.True((await client.NetworkAsync(person.ServiceUserId, "snapshots")).GetProperty("items")[0].GetProperty("moment").GetDateTimeOffset() < Now.AddDays(1));
    }

    [Fact]
    public async Task An_alter_is_linked_to_somebody_of_the_circle_and_the_link_says_when_they_have_gone()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var account = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, account, Role.Relative, AccessLevel.None, null);
        var lou = Guid.CreateVersion7();
        await client.NotedAsync(person.ServiceUserId, Named(lou, "Lou Inventé", 1), Fact("alter_linked", lou, 1, ("memberId", member)));
        Assert.Equal("there", (await client.NetworkAsync(person.ServiceUserId, "map")).Alter(lou).GetProperty("member").GetProperty("state").GetString());

        await installation.ExecuteAsync($"UPDATE participation.circle_member SET state = 'ended' WHERE service_user_id = '{person.ServiceUserId}' AND id = '{member}'");

        Assert.Equal("gone", (await client.NetworkAsync(person.ServiceUserId, "map")).Alter(lou).GetProperty("member").GetProperty("state").GetString());
    }

    private async Task<long> CountAsync(Guid person)
    {
        await using var command = installation.Owner.CreateCommand($"SELECT count(*) FROM social_network.fact WHERE service_user_id = '{person}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
