using Barometre.Domain.Shared;
using Barometre.IntegrationTests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Bench;

/// <summary>8. What the access decision costs: the same readings over HTTP from a node that decides and from one that does not, for the person and for somebody of the circle, whose looks are registered.</summary>
internal static class AccessBench
{
    // As many records as a practitioner accompanies: of one alone, every look would wait for the one before, whose entry in the register it follows.
    private const int People = 20;

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        var practitioner = await installation.AccountAsync();
        List<Given.Person> people = [];
        for (var i = 0; i < People; i++)
        {
            people.Add(await installation.PersonAsync());
            await installation.ExecuteAsync(
                $"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES (gen_random_uuid(), '{practitioner.AccountId}', '{people[i].ProjectId}', 'practitioner', now())");
            await installation.JoinAsync(people[i], practitioner, Role.Practitioner, AccessLevel.Contribute, people[i].ProjectId);
        }

        await Population.AddAsync(installation, people[0].ProjectId, people: 200, assessments: 12);
        foreach (var person in people)
        {
            await Population.GiveAsync(installation, person.ServiceUserId);
        }

        await installation.ExecuteAsync("ANALYZE");
        await using var without = Undecided.Node(installation, registers: false);
        await using var registering = Undecided.Node(installation, registers: true);
        var (bare, entering) = (await AddressAsync(without), await AddressAsync(registering));

        // The first half minute is the compiler's, which makes the way of a request faster while it is asked for: the nodes share a process, and whoever is asked first would pay for all.
        for (var round = 0; round < 3; round++)
        {
            foreach (var node in new[] { installation.Address, entering, bare })
            {
                await Wrk.RateAsync(node, [Path(people[0], "quality-of-life/series"), Path(people[0], "overview")], Bearer(installation, people[0].Account));
            }
        }

        List<Pairs.Result> results = [];
        foreach (var (letter, name, rest, seen, account, floor) in new[]
        {
            ("a", "series, the person ÷ without the access decision", "quality-of-life/series", people[..1], people[0].Account, bare),
            ("b", "overview, the person ÷ without the access decision", "overview", people[..1], people[0].Account, bare),
            ("c", "picture, the person ÷ without the access decision", "quality-of-life/picture", people[..1], people[0].Account, bare),
            ("d", "series, the practitioner of 20 people ÷ without the access decision, registered as well", "quality-of-life/series", people, practitioner, entering),
            ("e", "overview, the practitioner of 20 people ÷ without the access decision, registered as well", "overview", people, practitioner, entering),
            ("f", "series, the practitioner of 20 people ÷ without access decision nor register", "quality-of-life/series", people, practitioner, bare),
        })
        {
            var bearer = Bearer(installation, account);
            List<string> paths = [.. seen.Select(person => Path(person, rest))];
            results.Add(await Pairs.MeasureAsync(
                $"8{letter}. GET {name}", "requests/s", 0.90, true, 5,
                () => Wrk.RateAsync(installation.Address, paths, bearer), () => Wrk.RateAsync(floor, paths, bearer)));
        }

        await registering.StopAsync();
        await without.StopAsync();
        return results;
    }

    private static string Path(Given.Person person, string rest) => $"/api/v1/service-users/{person.ServiceUserId}/{rest}";

    private static string Bearer(Installation installation, Given.SignedIn account) => $"Bearer {installation.Token(account.AccountId, account.SessionId)}";

    private static async Task<Uri> AddressAsync(WebApplication node)
    {
        await node.StartAsync();
        return new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
