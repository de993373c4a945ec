using System.Net;
using System.Net.Http.Json;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

[Collection(InstallationTests.Name)]
public sealed class NetworkReadingTests(Installation installation)
{
    [Fact]
    public async Task Between_two_moments_some_stay_some_come_some_go_and_some_come_back()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        Guid[] all = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        var (kept, entered, gone, back) = (all[0], all[1], all[2], all[3]);
        var before = Guid.CreateVersion7();
        await client.NotedAsync(
            person.ServiceUserId,
            Named(kept, "Kim Inventé", 90), Stated(kept, 80, 20, 50), Named(gone, "Guy Inventé", 90), Named(back, "Béa Inventée", 90), Fact("alter_left", back, 70),
            Fact("snapshot_named", before, 50, ("name", "Avant de déménager"), ("moment", Now.AddDays(-60))),
            Stated(kept, 30, 85, 45), Fact("alter_left", gone, 20), Fact("alter_back", back, 10), Named(entered, "Nour Inventé", 5));

        var byDate = await client.NetworkAsync(person.ServiceUserId, $"evolution?from={At(Now.AddDays(-60))}");
        var bySnapshot = await client.NetworkAsync(person.ServiceUserId, $"evolution?fromSnapshot={before}");

        foreach (var evolution in (System.Text.Json.JsonElement[])[byDate, bySnapshot])
        {
            Assert.Equal(["Kim Inventé"], evolution.GetProperty("kept").Names());
            Assert.Equal(["Nour Inventé"], evolution.GetProperty("new").Names());
            Assert.Equal(["Guy Inventé"], evolution.GetProperty("gone").Names());
            Assert.Equal(["Béa Inventée"], evolution.GetProperty("back").Names());
            Assert.Equal(.25, evolution.GetProperty("jaccard").GetDouble());
            var voice = Assert.Single(evolution.GetProperty("voices").EnumerateArray());
            Assert.Equal((1, 0, 0, 1), (voice.GetProperty("nearer").GetInt32(), voice.GetProperty("further").GetInt32(), voice.GetProperty("better").GetInt32(), voice.GetProperty("harder").GetInt32()));
            var move = Assert.Single(voice.GetProperty("biggestMoves").EnumerateArray());
            Assert.Equal(("Kim Inventé", 65, -5), (move.GetProperty("name").GetString(), move.GetProperty("closenessChange").GetInt32(), move.GetProperty("qualityChange").GetInt32()));
        }

        await client.NetworkAsync(person.ServiceUserId, $"evolution?fromSnapshot={Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        await client.NetworkAsync(person.ServiceUserId, "evolution", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_tie_has_its_history_with_that_of_what_was_merged_into_it()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, same) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(
            person.ServiceUserId, Named(lou, "Lou Inventé", 50), Named(same, "Loulou Inventé", 40), Stated(lou, 30, 10, comment: "Loin"), Stated(same, 20, 60), Fact("alters_merged", same, 10, ("otherId", lou)));

        List<string> kinds = [];
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await client.NetworkAsync(person.ServiceUserId, $"alters/{same}/timeline?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            kinds.AddRange(page.GetProperty("items").EnumerateArray().Select(row => $"{row.GetProperty("kind")} {row.GetProperty("closeness")}{row.GetProperty("comment")}"));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal(["alters_merged ", "tie_stated 60", "tie_stated 10Loin", "alter_named ", "alter_named "], kinds);
        await client.NetworkAsync(person.ServiceUserId, $"alters/{Guid.CreateVersion7()}/timeline", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Somebody_is_found_by_the_beginning_of_any_word_without_accents()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var zoe = Guid.CreateVersion7();
        await client.NotedAsync(person.ServiceUserId, Named(zoe, "Tante Zoé Inventée", 3), Named(Guid.CreateVersion7(), "Max Inventé", 3), Fact("alter_left", zoe, 1));

        var found = await (await client.PostAsJsonAsync(Path(person.ServiceUserId, "alters/search"), new { name = "zoe" })).BodyAsync(HttpStatusCode.OK);
        var everybody = await (await client.PostAsJsonAsync(Path(person.ServiceUserId, "alters/search"), new { })).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(["Tante Zoé Inventée"], found.GetProperty("found").Names());
        Assert.Equal(["Max Inventé", "Tante Zoé Inventée"], everybody.GetProperty("found").Names());
    }

    [Fact]
    public async Task The_picture_has_a_twin_in_words()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, max) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(person.ServiceUserId, Named(lou, "Lou", 3), Named(max, "Max", 3, "family", "animal"), Stated(max, 2, 90, 80), Fact("alters_tied", lou, 1, ("otherId", max)));

        var sentences = (await client.NetworkAsync(person.ServiceUserId, "text")).GetProperty("sentences").EnumerateArray().Select(one => (one.GetProperty("fr").GetString(), one.GetProperty("en").GetString())).ToList();

        Assert.Equal(
            [
                ("Dans ce réseau\u00a0: 1 personne et 1 animal. Cercles de vie\u00a0: famille 1, amitié 1. Liens connus entre ces entrées\u00a0: 1.",
                    "In this network: 1 person and 1 animal. Circles of life: family 1, friends 1. Ties known among them: 1."),
                ("Max\u00a0: un animal, cercle famille. Selon la personne\u00a0: très proche (90 sur 100)\u00a0; lien soutenant (80 sur 100). Connaît aussi\u00a0: Lou.",
                    "Max: an animal, circle family. As the person sees it: very close (90 out of 100); a supportive tie (80 out of 100). Also knows: Lou."),
                ("Lou\u00a0: une personne, cercle amitié. Rien n’est noté du lien. Connaît aussi\u00a0: Max.", "Lou: a person, circle friends. Nothing is noted of the tie. Also knows: Max."),
            ],
            sentences);
    }

    [Fact]
    public async Task Measures_follow_by_a_job_with_their_definitions_and_touch_nobody_else()
    {
        var (person, other) = (await installation.PersonAsync(), await installation.PersonAsync());
        var client = person.Account.Client(installation);
        var (lou, max, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await other.Account.Client(installation).NotedAsync(other.ServiceUserId, Named(lou, "Ailleurs Inventé", 3));
        await installation.SendAsync(new RecomputeNetworkCommand(other.ServiceUserId));
        var untouched = await ComputedAtAsync(other.ServiceUserId);

        await client.NotedAsync(person.ServiceUserId, Named(lou, "Lou Inventé", 30), Fact("snapshot_named", kept, 20, ("name", "Avant")), Named(max, "Max Inventé", 10), Fact("alters_tied", lou, 5, ("otherId", max)));
        await Eventually.HappensAsync(async () => await installation.CountAsync($"SELECT count(*) FROM social_network.measure WHERE service_user_id = '{person.ServiceUserId}'") > 0, TimeSpan.FromSeconds(30));

        var now = (await client.NetworkAsync(person.ServiceUserId, "measures")).GetProperty("measures").EnumerateArray().ToList();
        var density = now.Single(measure => measure.GetProperty("code").GetString() == "density");
        Assert.Equal((1, 2), (density.GetProperty("value").GetDouble(), density.GetProperty("n").GetInt32()));
        Assert.StartsWith("De tous les liens possibles", density.GetProperty("definition").GetProperty("fr").GetString(), StringComparison.Ordinal);
        Assert.Equal((1, kept), (now.Single(measure => measure.GetProperty("code").GetString() == "new").GetProperty("value").GetDouble(), now.Single(measure => measure.GetProperty("code").GetString() == "new").GetProperty("sinceSnapshotId").GetGuid()));
        var before = (await client.NetworkAsync(person.ServiceUserId, $"measures?snapshotId={kept}")).GetProperty("measures").EnumerateArray().Single(measure => measure.GetProperty("code").GetString() == "density");
        Assert.Equal(("fewer_than_two", "Cannot be computed: it takes at least two entries."), (before.GetProperty("why").GetString(), before.GetProperty("reason").GetProperty("en").GetString()));
        Assert.Equal(0, await installation.SendAsync(new RecomputeNetworkCommand(person.ServiceUserId)));
        Assert.Equal(untouched, await ComputedAtAsync(other.ServiceUserId));
    }

    [Fact]
    public async Task Other_modules_learn_where_alters_stand_and_the_whole_at_a_glance()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, max, same, kept) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(
            person.ServiceUserId, Named(lou, "Lou Inventé", 9), Named(max, "Max Inventé", 9), Named(same, "Loulou Inventé", 9), Fact("alters_merged", same, 8, ("otherId", lou)),
            Fact("alters_tied", lou, 7, ("otherId", max)), Fact("snapshot_named", kept, 6, ("name", "Avant")), Fact("alter_left", max, 5), Stated(lou, 4, 50));
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<IRecordScope>().OpenAsync(person.ServiceUserId, CancellationToken.None);
        var reader = scope.ServiceProvider.GetRequiredService<INetworkReader>();

        var known = await reader.AltersAsync(person.ServiceUserId, [lou, max, same, Guid.CreateVersion7()], CancellationToken.None);
        var overview = await reader.OverviewAsync(person.ServiceUserId, CancellationToken.None);
        var printed = await reader.MapNowAsync(person.ServiceUserId, CancellationToken.None);

        Assert.Equal([new KnownAlter(lou, AlterStanding.Present, null), new KnownAlter(max, AlterStanding.Left, null), new KnownAlter(same, AlterStanding.Merged, lou)], known);
        Assert.Equal([("Lou Inventé", true), ("Max Inventé", false)], overview.Alters.Select(alter => (alter.Name, alter.Present)));
        Assert.Equal([new OverviewTie(Perspective.ServiceUser, 50, null)], overview.Alters[0].Voices);
        Assert.Equal((0, kept), (overview.Ties.Count, overview.LastSnapshotId));
        Assert.Equal(("Lou Inventé", 50), (Assert.Single(printed.Alters).Name, printed.Alters[0].Closeness));
    }

    private async Task<DateTimeOffset> ComputedAtAsync(Guid person)
    {
        await using var command = installation.Owner.CreateCommand($"SELECT max(computed_at) FROM social_network.measure WHERE service_user_id = '{person}'");
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync())!);
    }
}
