using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;
using Barometre.Domain.SocialNetwork.Measures;
using Barometre.IntegrationTests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometre.Bench;

/// <summary>6. The network: what measuring a large map costs, and an evolution over HTTP against a bare endpoint that only reads the facts.</summary>
internal static class NetworkBench
{
    private const int Facts = 2000;
    private const int Requests = 200;
    private const int Repetitions = 20;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        client.BaseAddress = installation.Address;
        await FillAsync(client, person.ServiceUserId);
        await installation.ExecuteAsync("ANALYZE social_network.fact");
        await using var twin = await TwinAsync(installation.OwnerString);
        using var bare = new HttpClient { BaseAddress = new Uri(twin.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        var (from, to) = (Uri.EscapeDataString(Now.AddDays(-300).ToString("O")), Uri.EscapeDataString(Now.AddDays(-10).ToString("O")));
        var ours = new Uri($"/api/v1/service-users/{person.ServiceUserId}/network/evolution?from={from}&to={to}", UriKind.Relative);
        var floor = new Uri($"/facts/{person.ServiceUserId}", UriKind.Relative);
        var (answer, read) = (await client.GetStringAsync(ours), await bare.GetStringAsync(floor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  evolution of {answer.Length:n0} characters; the floor reads {read} facts"));
        return
        [
            await Pairs.MeasureAsync("6a. CPU of the measures of 300 alters, 5,000 ties ÷ 50 ms", "ms", 1, 5, () => Task.FromResult(MeasuresCpu()), 50),
            await Pairs.MeasureAsync("6b. GET evolution of 2,000 facts ÷ reading the facts raw", "ms", 1.5, false, 9, () => EachAsync(client, ours), () => EachAsync(bare, floor)),
        ];
    }

    /// <summary>CPU milliseconds of one computation of every measure, the map's making from its facts included.</summary>
    private static double MeasuresCpu()
    {
        var random = new Random(20261120);
        var person = Guid.CreateVersion7();
        Guid[] alters = [.. Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7())];
        var pairs = (from one in Enumerable.Range(0, 300) from other in Enumerable.Range(one + 1, 299 - one) select (one, other)).ToArray();
        random.Shuffle(pairs);
        List<NetworkFact> facts =
        [
            .. alters.Select(alter => Fact(NetworkFactKind.AlterNamed, alter, 9)),
            .. alters.Select(alter => Fact(NetworkFactKind.TieStated, alter, 5)),
            .. pairs.Take(5000).Select(pair => Fact(NetworkFactKind.AltersTied, alters[pair.one], 3, alters[pair.other])),
        ];
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Repetitions; i++)
        {
            _ = NetworkMeasure.AllOf(person, NetworkHistory.Of(facts), Now);
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / Repetitions;

        NetworkFact Fact(NetworkFactKind kind, Guid subject, int days, Guid? other = null) => new(person, Guid.CreateVersion7(), kind, subject)
        {
            OtherId = other,
            At = Now.AddDays(-days),
            DeviceAt = Now.AddDays(-days),
            NameSealed = kind == NetworkFactKind.AlterNamed ? [0] : null,
            Circle = kind == NetworkFactKind.AlterNamed ? (LifeCircle)random.Next(9) : null,
            Closeness = kind == NetworkFactKind.TieStated ? (short)random.Next(1, 101) : null,
            Quality = kind == NetworkFactKind.TieStated ? (short)random.Next(101) : null,
            Strength = other is null ? null : (short)random.Next(1, 101),
        };
    }

    private static async Task FillAsync(HttpClient client, Guid person)
    {
        var random = new Random(20261120);
        Guid[] alters = [.. Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7())];
        List<object> facts = [.. alters.Select((alter, i) => Fact("alter_named", alter, new() { ["name"] = $"Quelqu’un d’inventé {i}", ["alterKind"] = "person", ["circle"] = "friends" }, random.Next(200, 500)))];
        while (facts.Count < Facts)
        {
            var (alter, other) = (alters[random.Next(60)], alters[random.Next(60)]);
            facts.Add(random.Next(10) switch
            {
                0 when alter != other => Fact("alters_tied", alter, new() { ["otherId"] = other }, random.Next(1, 400)),
                1 => Fact(random.Next(3) == 0 ? "alter_left" : "alter_back", alter, [], random.Next(1, 400)),
                2 => Fact("alter_placed", alter, new() { ["angle"] = random.Next(360), ["radius"] = 0.5 }, random.Next(1, 400)),
                _ => Fact("tie_stated", alter, new() { ["closeness"] = random.Next(101), ["quality"] = random.Next(101) }, random.Next(1, 400)),
            });
        }

        foreach (var some in facts.Chunk(1000))
        {
            (await client.PostAsJsonAsync(new Uri($"/api/v1/service-users/{person}/network/facts", UriKind.Relative), new { facts = some })).EnsureSuccessStatusCode();
        }

        Dictionary<string, object?> Fact(string kind, Guid subject, Dictionary<string, object?> more, int days) =>
            new(more) { ["id"] = Guid.CreateVersion7(), ["kind"] = kind, ["subjectId"] = subject, ["at"] = Now.AddDays(-days) };
    }

    /// <summary>Mean milliseconds of a request, one after the other.</summary>
    private static async Task<double> EachAsync(HttpClient client, Uri address)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Requests; i++)
        {
            _ = await client.GetByteArrayAsync(address);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Requests;
    }

    /// <summary>The floor reads every column of every fact of the person with raw Npgsql and answers how many there are: no sign-in, no decision, no wall, no fold, no names opened.</summary>
    private static async Task<WebApplication> TwinAsync(string superuser)
    {
        var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(superuser) { MaxAutoPrepare = 20 }.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => database);
        var app = builder.Build();
        app.MapGet("/facts/{person:guid}", async (Guid person, CancellationToken cancellationToken) =>
        {
            await using var command = database.CreateCommand("SELECT * FROM social_network.fact WHERE service_user_id = $1 ORDER BY at, device_at, id");
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            List<object[]> rows = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }

            return Results.Ok(rows.Count);
        });
        await app.StartAsync();
        return app;
    }
}
