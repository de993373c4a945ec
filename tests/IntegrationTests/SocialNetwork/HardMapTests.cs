using System.Globalization;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

/// <summary>Maps of every size and shape, and names of every script, from HTTP to PostgreSQL and back.</summary>
[Collection(InstallationTests.Name)]
public sealed class HardMapTests(Installation installation)
{
    /// <summary>Names as long as may be, and as hard.</summary>
    public static TheoryData<string> Names =>
    [
        new string('é', 100), string.Concat(Enumerable.Repeat("🌻", 100)), string.Concat(Enumerable.Repeat("👩🏽‍🌾", 100)), "ماكس الطويل", "שרה, \"אמא\"", "李小龙", "ព្រះ", "தமிழ்", "İğne ışığı", "e\u0301te\u0301",
        "=1+1", "-5", "<b>&amp;</b>", "a\u200Db", "\u202Eabc", "Lou\tet Max",
    ];

    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "none")]
    [InlineData(2, "none")]
    [InlineData(2, "all")]
    [InlineData(25, "all")]
    [InlineData(40, "halves")]
    [InlineData(300, "some")]
    public async Task A_map_of_any_size_and_shape_is_shown_told_measured_and_taken_along(int size, string shape)
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        Guid[] alters = [.. Enumerable.Range(0, size).Select(_ => Guid.CreateVersion7())];
        (int One, int Other)[] pairs = [.. from one in Enumerable.Range(0, size) from other in Enumerable.Range(one + 1, size - one - 1) where Tied(one, other) select (one, other)];
        object[] facts =
        [
            .. alters.Select((alter, i) => Named(alter, string.Create(CultureInfo.InvariantCulture, $"Personne {i:000}"), 30)),
            .. alters.Select((alter, i) => Stated(alter, 20, i % 101, 100 - (i % 101))),
            .. pairs.Select(pair => Fact("alters_tied", alters[pair.One], 10, ("otherId", alters[pair.Other]))),
        ];
        foreach (var some in facts.Chunk(1000))
        {
            await client.NotedAsync(person.ServiceUserId, some);
        }

        await installation.SendAsync(new RecomputeNetworkCommand(person.ServiceUserId));

        var map = await client.NetworkAsync(person.ServiceUserId, "map");
        Assert.Equal((size, pairs.Length), (map.GetProperty("present").GetArrayLength(), map.GetProperty("ties").GetArrayLength()));
        Assert.True((await client.NetworkAsync(person.ServiceUserId, "text")).GetProperty("sentences").GetArrayLength() > 0);
        Assert.Equal(size, (await client.NetworkAsync(person.ServiceUserId, $"evolution?from={At(Now.AddDays(-40))}")).GetProperty("new").GetArrayLength());
        var density = (await client.NetworkAsync(person.ServiceUserId, "measures")).GetProperty("measures").EnumerateArray().Where(measure => measure.GetProperty("code").GetString() == "density").ToList();
        if (size < 2)
        {
            // Where there is nothing to measure, the measure is absent or says why.
            Assert.All(density, measure => Assert.Equal(System.Text.Json.JsonValueKind.Null, measure.GetProperty("value").ValueKind));
        }
        else
        {
            Assert.Equal((double)pairs.Length / (size * (size - 1) / 2), Assert.Single(density).GetProperty("value").GetDouble(), 12);
        }

        var graph = await client.GetStringAsync(new Uri(Path(person.ServiceUserId, "export/graphml"), UriKind.Relative));
        Assert.Equal((size + 1, size + pairs.Length), (graph.Split("<node ").Length - 1, graph.Split("<edge ").Length - 1));

        bool Tied(int one, int other) => shape switch
        {
            "all" => true,
            // Two groups, nobody between them, and somebody alone.
            "halves" => other < size - 1 && one / 20 == other / 20,
            "some" => (one * 31 + other * 17) % 9 == 0,
            _ => false,
        };
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_in_any_script_is_itself_everywhere(string name)
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (lou, strength) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await client.NotedAsync(person.ServiceUserId, Named(lou, name, 2), Fact("snapshot_named", Guid.CreateVersion7(), 1, ("name", name)));
        var goal = await client.GoalAsync(person.ServiceUserId, name);
        await (await client.NameAsync(person.ServiceUserId, strength, Strong.Said(name))).BodyAsync(System.Net.HttpStatusCode.OK);

        Assert.Equal([name], (await client.NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").Names());
        Assert.Equal([name], (await client.NetworkAsync(person.ServiceUserId, "snapshots")).GetProperty("items").Names());
        Assert.Contains(name, (await client.NetworkAsync(person.ServiceUserId, "text")).GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetProperty("fr").GetString()).Aggregate("", string.Concat), StringComparison.Ordinal);
        Assert.Equal(name, (await client.PlanAsync(person.ServiceUserId)).Goal(goal).Text("words"));
        Assert.Equal(name, Assert.Single((await client.StrengthsAsync(person.ServiceUserId)).Shown()).Words);
        var files = await client.NetworkAsync(person.ServiceUserId, "export");
        var there = await installation.PersonAsync();
        foreach (var file in (string[])["graphMl", "nodes", "history"])
        {
            using var sent = System.Net.Http.Json.JsonContent.Create(new Dictionary<string, object?> { ["at"] = Now, [file] = files.GetProperty(file).GetProperty("text").GetString() });
            using var answer = await there.Account.Client(installation).PostAsync(new Uri(Path(there.ServiceUserId, "import"), UriKind.Relative), sent);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal([name], (await there.Account.Client(installation).NetworkAsync(there.ServiceUserId, "map")).GetProperty("present").Names());
    }
}
