using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>What the maps of the demonstration tell.</summary>
[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationNetworkTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task Someone_leaves_somebody_comes_back_and_two_entries_were_one()
    {
        var flore = LoadedDemonstration.Person("flore");
        var snapshot = Assert.Single((await demonstration.AskAsync("demo-flore", new ListSnapshotsQuery(flore, null, 10))).Items);

        var evolution = await demonstration.AskAsync("demo-flore", new GetNetworkEvolutionQuery(flore, snapshot.Moment.AddDays(-30), null, null, null));
        var map = await demonstration.AskAsync("demo-flore", new GetNetworkMapQuery(flore, null));

        Assert.Equal("Quand Paule est partie", snapshot.Name);
        Assert.Equal(["Paule"], evolution.Gone.Select(alter => alter.Name));
        Assert.Equal(["Tante Rose (inventée)"], evolution.Back.Select(alter => alter.Name));
        Assert.Equal(["Marc"], evolution.New.Select(alter => alter.Name));
        Assert.Single(map.Present.Single(alter => alter.Name == "Sol Personnage").MergedIds);
    }

    [Fact]
    public async Task The_practitioners_view_of_a_tie_comes_to_the_persons()
    {
        var map = await demonstration.AskAsync("demo-ada", new GetNetworkMapQuery(LoadedDemonstration.Person("ada"), null));

        var sister = map.Present.Single(alter => alter.Name == "Ma sœur").Voices.ToDictionary(voice => voice.Perspective, voice => voice.Closeness);
        Assert.Equal((95, 80), (sister[Perspective.ServiceUser], sister[Perspective.Practitioner]));
    }

    [Fact]
    public async Task Every_map_was_measured()
    {
        Assert.True(await demonstration.CountAsync("(SELECT DISTINCT service_user_id FROM social_network.fact) people") >= 6);
        Assert.Equal(0, await demonstration.CountAsync("social_network.fact f WHERE NOT EXISTS (SELECT 1 FROM social_network.measure m WHERE m.service_user_id = f.service_user_id)"));
    }
}
