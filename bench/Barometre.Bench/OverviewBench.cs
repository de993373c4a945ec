using System.Net.Http.Json;
using System.Text.Json;
using Barometre.IntegrationTests;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;

namespace Barometre.Bench;

/// <summary>7. A full record in one call (12 assessments, 40 alters with 200 ties among them, 60 strengths, 15 goals with 60 actions), over HTTP, against the bare twin.</summary>
internal static class OverviewBench
{
    private const int Alters = 40;

    public static async Task<Pairs.Result> RunAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        await Population.AddAsync(installation, person.ProjectId, people: 200, assessments: 12);
        await Population.GiveAsync(installation, person.ServiceUserId);
        using var client = person.Account.Client(installation);
        await FillAsync(client, person.ServiceUserId);
        await installation.ExecuteAsync("ANALYZE");
        await using var twin = await RawTwin.StartAsync(installation.OwnerString);
        var ours = new Uri(installation.Address, $"/api/v1/service-users/{person.ServiceUserId}/overview");
        var answer = await client.GetFromJsonAsync<JsonElement>(ours);
        Require(answer);
        using var asking = new HttpClient { BaseAddress = twin.Address };
        (await asking.PostAsJsonAsync("/overview", answer)).EnsureSuccessStatusCode();
        var raw = new Uri(twin.Address, $"/overview/{person.ServiceUserId}/{person.Account.AccountId}");
        var bearer = client.DefaultRequestHeaders.Authorization!.ToString();
        return await Pairs.MeasureAsync("7. GET a full overview", "requests/s", 0.60, true, 7, () => Wrk.RateAsync(ours, bearer), () => Wrk.RateAsync(raw, bearer));
    }

    private static async Task FillAsync(HttpClient client, Guid person)
    {
        var alters = Enumerable.Range(0, Alters).Select(_ => Guid.CreateVersion7()).ToList();
        List<object> facts = [];
        foreach (var (i, alter) in alters.Index())
        {
            facts.Add(Mapped.Named(alter, $"Personne inventée {i}", 90));
            facts.Add(Mapped.Stated(alter, 80, i * 2 % 101, i * 7 % 101));
            facts.Add(Mapped.Fact("alter_placed", alter, 70, ("angle", i * 9), ("radius", 0.5)));
            // Each knows the five who follow: 200 ties.
            facts.AddRange(Enumerable.Range(1, 5).Select(next => Mapped.Fact("alters_tied", alter, 60, ("otherId", alters[(i + next) % Alters]))));
        }

        await client.NotedAsync(person, facts);
        for (var i = 0; i < 60; i++)
        {
            (await client.NameAsync(person, Guid.CreateVersion7(), Strong.Said($"Une force inventée, la numéro {i}"), minutes: 100 - i)).EnsureSuccessStatusCode();
        }

        for (var i = 0; i < 15; i++)
        {
            var goal = await client.GoalAsync(person, $"Un objectif inventé, le numéro {i}", adopted: true);
            for (var j = 0; j < 4; j++)
            {
                await client.ActionAsync(person, goal, $"Une démarche inventée, la numéro {j}", Planned.Person());
            }
        }
    }

    private static void Require(JsonElement answer)
    {
        var counts = (
            answer.GetProperty("qualityOfLife").GetProperty("voices").GetArrayLength(), answer.GetProperty("network").GetProperty("alters").GetArrayLength(),
            answer.GetProperty("network").GetProperty("ties").GetArrayLength(), answer.GetProperty("strengths").GetProperty("strengths").GetArrayLength(),
            answer.GetProperty("plan").GetProperty("goals").GetArrayLength(), answer.GetProperty("plan").GetProperty("actions").GetArrayLength());
        if (counts != (55, Alters, 5 * Alters, 60, 15, 60))
        {
            throw new InvalidOperationException($"The record is not full: {counts}");
        }

        Console.WriteLine($"  {answer.GetRawText().Length:n0} characters of JSON");
    }
}
