using Barometre.Application.Shared.Jobs;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

/// <summary>What jobs keep up event by event must be what a full recomputation finds.</summary>
public sealed class NightlyNetworkTests(Installation installation) : IClassFixture<Installation>
{
    private const int Acts = 60;
    private static readonly string[] Kinds = ["alter_left", "alter_back", "alters_tied", "alters_untied", "alters_merged", "merge_undone", "tie_stated", "tie_stated", "snapshot_named"];

    [Fact]
    public async Task After_random_histories_a_full_recomputation_finds_nothing_that_differs_and_mends_what_was_altered()
    {
        var random = new Random(20261120);
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var own = person.Account.Client(installation);
        Guid[] alters = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
        await own.NotedAsync(person.ServiceUserId, alters.Select(alter => Named(alter, "Quelqu’un d’inventé", random.Next(100, 200))));
        for (var i = 0; i < Acts; i++)
        {
            var (kind, alter, days) = (Kinds[random.Next(Kinds.Length)], alters[random.Next(alters.Length)], random.Next(1, 150));
            var other = alters[(Array.IndexOf(alters, alter) + random.Next(1, alters.Length)) % alters.Length];
            var fact = kind switch
            {
                "tie_stated" => Stated(alter, days, random.Next(101), random.Next(101)),
                "snapshot_named" => Fact(kind, Guid.CreateVersion7(), days, ("name", "Un moment")),
                "alter_left" or "alter_back" => Fact(kind, alter, days),
                _ => Fact(kind, alter, days, ("otherId", other)),
            };
            await (kind == "tie_stated" && random.Next(3) == 0 ? practitioner : own).NotedAsync(person.ServiceUserId, fact);
        }

        await Eventually.HappensAsync(
            async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TimeSpan.FromSeconds(60));
        var report = await installation.SendAsync(new RecomputeAllNetworksCommand());
        Assert.Equal((1, 0), (report.People, report.Differing));
        Assert.True(report.Measures > 100, $"{report.Measures} measures are too few to prove anything.");
        Assert.Equal(report.Measures, await installation.CountAsync("SELECT count(*) FROM social_network.measure"));

        await installation.ExecuteAsync("""
            UPDATE social_network.measure SET n = n + 1 WHERE code = 'density' AND map_id = '00000000-0000-0000-0000-000000000000';
            DELETE FROM social_network.measure WHERE code = 'alters' AND map_id = '00000000-0000-0000-0000-000000000000';
            INSERT INTO social_network.measure (service_user_id, map_id, since_id, perspective, code, part, n, method, inputs, computed_at)
                SELECT service_user_id, gen_random_uuid(), since_id, perspective, code, part, n, method, inputs, computed_at FROM social_network.measure WHERE code = 'jaccard' LIMIT 1;
            """);

        Assert.Equal(3, (await installation.SendAsync(new RecomputeAllNetworksCommand())).Differing);
        Assert.Equal(0, (await installation.SendAsync(new RecomputeAllNetworksCommand())).Differing);
    }
}
