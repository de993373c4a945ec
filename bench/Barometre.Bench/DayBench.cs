using System.Globalization;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Kill;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;

namespace Barometre.Bench;

/// <summary>11. The practitioner's day and the person's evening, mixed, at a fixed number of requests a second against a host in a process of its own that also does its jobs, the database beside it.</summary>
internal static class DayBench
{
    private const int Practitioners = 10;
    private const int PeopleEach = 20;
    private const int PerSecond = 50;
    private const int Proposals = 3;

    private static TimeSpan Time => TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("BENCH_MINUTES") ?? "10", CultureInfo.InvariantCulture));

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        var (practitioners, persons, themes) = await PopulateAsync(installation);
        using var host = new ServedProcess(installation.Settings);
        await host.StartAsync();
        var crowds = new List<IReadOnlyList<DayUser>>
        {
            practitioners.ConvertAll(one => new DayUser(Client(installation, host, one.Account), DayScripts.Practitioner(one.People))),
            persons.ConvertAll(one => new DayUser(Client(installation, host, one.Person.Account), DayScripts.Person(one.Person.ServiceUserId, themes, one.Proposed))),
        };
        var postmaster = ProcessorTime.Postmaster((int)await installation.CountAsync("SELECT pg_backend_pid()::bigint"));
        // Not counted: code that has not been compiled yet, plans that have not been made.
        await DayLoad.RunAsync(crowds, PerSecond, TimeSpan.FromSeconds(30));
        var before = (ProcessorTime.Of(host.Id), ProcessorTime.OfServer(postmaster));
        var report = await DayLoad.RunAsync(crowds, PerSecond, Time);
        var (ours, theirs) = (ProcessorTime.Of(host.Id) - before.Item1, ProcessorTime.OfServer(postmaster) - before.Item2);
        report.Print();
        var seconds = report.Time.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {report.Answered.Count / seconds:n1} requests/s for {seconds:n0} s; processor: host {ours / seconds:0.00}, PostgreSQL {theirs / seconds:0.00} of {Environment.ProcessorCount} cores; median {report.Within(0.5):n1} ms"));
        return
        [
            Row("11a. A day and an evening at 50 requests/s: p95 ÷ 100 ms", "ms", report.Within(0.95), 100),
            Row("11b. The same: p99 ÷ 300 ms", "ms", report.Within(0.99), 300),
            Row("11c. The same: failed requests", "requests", report.Failed.Count, 0),
        ];
    }

    private static Pairs.Result Row(string name, string unit, double value, double goal)
    {
        var ratio = goal == 0 ? value : value / goal;
        return new Pairs.Result(name, unit, value, goal, ratio, ratio, ratio, null, goal == 0 ? 0 : 1, false);
    }

    private static HttpClient Client(Installation installation, ServedProcess host, Given.SignedIn account)
    {
        var client = account.Client(installation);
        var served = new HttpClient { BaseAddress = host.Address };
        served.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        return served;
    }

    private static async Task<(List<(Given.SignedIn Account, List<Guid> People)> Practitioners, List<(Given.Person Person, Queue<Guid> Proposed)> Persons, List<string> Themes)> PopulateAsync(
        Installation installation)
    {
        List<(Given.SignedIn Account, List<Guid> People)> practitioners = [];
        List<(Given.Person Person, Queue<Guid> Proposed)> persons = [];
        var themes = await AssessmentBench.ThemesAsync(installation);
        for (var i = 0; i < Practitioners; i++)
        {
            var account = await installation.AccountAsync();
            using var practitioner = account.Client(installation);
            List<Guid> people = [];
            for (var j = 0; j < PeopleEach; j++)
            {
                var person = await installation.PersonAsync();
                await installation.ExecuteAsync(
                    $"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES (gen_random_uuid(), '{account.AccountId}', '{person.ProjectId}', 'practitioner', now())");
                await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
                persons.Add((person, await FillAsync(installation, person, practitioner)));
                people.Add(person.ServiceUserId);
            }

            practitioners.Add((account, people));
            Console.WriteLine($"  {persons.Count} people are there");
        }

        await Population.AddAsync(installation, persons[0].Person.ProjectId, people: 500, assessments: 12);
        foreach (var (person, _) in persons)
        {
            await Population.GiveAsync(installation, person.ServiceUserId);
        }

        await installation.ExecuteAsync("ANALYZE");
        return (practitioners, persons, themes);
    }

    /// <summary>A record as people have: a map, strengths, a plan, and what waits for a yes.</summary>
    private static async Task<Queue<Guid>> FillAsync(Installation installation, Given.Person person, HttpClient practitioner)
    {
        using var client = person.Account.Client(installation);
        List<object> facts = [];
        for (var i = 0; i < 8; i++)
        {
            var alter = Guid.CreateVersion7();
            facts.Add(Mapped.Named(alter, $"Personne inventée {i}", 90));
            facts.Add(Mapped.Stated(alter, 80, i * 12, i * 11));
        }

        await client.NotedAsync(person.ServiceUserId, facts);
        for (var i = 0; i < 5; i++)
        {
            (await client.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said($"Une force inventée, la numéro {i}"), minutes: 100 - i)).EnsureSuccessStatusCode();
        }

        for (var i = 0; i < 3; i++)
        {
            var goal = await client.GoalAsync(person.ServiceUserId, $"Un objectif inventé, le numéro {i}", adopted: true);
            await client.ActionAsync(person.ServiceUserId, goal, $"Une démarche inventée, la numéro {i}", Planned.Person());
        }

        Queue<Guid> proposed = [];
        for (var i = 0; i < Proposals; i++)
        {
            var strength = Guid.CreateVersion7();
            (await practitioner.NameAsync(person.ServiceUserId, strength, Strong.Said($"Une force proposée, la numéro {i}"), minutes: 50 - i)).EnsureSuccessStatusCode();
            proposed.Enqueue(strength);
        }

        return proposed;
    }
}
