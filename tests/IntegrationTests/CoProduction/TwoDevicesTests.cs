using System.Net;
using System.Text.Json;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.SocialNetwork;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Two devices of one person, offline for a month, then both send: in whatever order it arrives, the record says what happened in the order in which it did.</summary>
[Collection(InstallationTests.Name)]
public sealed class TwoDevicesTests(Installation installation)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_network_is_the_one_that_a_single_device_would_have_made(int seed)
    {
        var random = new Random(seed);
        Guid[] alters = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
        // Both had the map when they went offline; then each notes what it sees, minute by minute of the same month.
        Dictionary<string, object?>[] before = [.. alters.Select((alter, i) => Mapped.Named(alter, $"Personne {i}", 40 + i))];
        Dictionary<string, object?>[] month = [.. Enumerable.Range(0, 120).Select(i => Noted(alters, random, days: 30 - (i / 4.0)))];
        Dictionary<string, object?>[][] devices = [[.. month.Where((_, i) => i % 3 == 0)], [.. month.Where((_, i) => i % 3 != 0)]];
        var (one, two) = (await installation.PersonAsync(), await installation.PersonAsync());
        var (single, both) = (one.Account.Client(installation), two.Account.Client(installation));

        await single.NotedAsync(one.ServiceUserId, [.. before, .. month]);
        await both.NotedAsync(two.ServiceUserId, before);
        // The second device sends first, its latest first, and both send once more because an answer was lost.
        foreach (var sent in (Dictionary<string, object?>[][])[[.. devices[1].Reverse()], devices[0], devices[1], devices[0]])
        {
            await both.NotedAsync(two.ServiceUserId, sent);
        }

        for (var days = 41.0; days > -1; days -= 3)
        {
            var at = $"map?at={Mapped.At(Mapped.Now.AddDays(-days))}";
            Assert.Equal(Said(await single.NetworkAsync(one.ServiceUserId, at), one), Said(await both.NetworkAsync(two.ServiceUserId, at), two));
        }
    }

    [Fact]
    public async Task The_plan_keeps_what_each_noted_and_stands_where_the_last_word_put_it()
    {
        var person = await installation.PersonAsync();
        var (phone, tablet) = (person.Account.Client(installation), person.Account.Client(installation));
        const double Day = 24 * 60;
        var goal = await phone.GoalAsync(person.ServiceUserId, "Adopter un chat", adopted: true, minutes: 40 * Day);
        var (walk, vet) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        // Each device has a month in its memory, not knowing of the other's.
        (HttpClient Device, Func<HttpClient, Task<HttpResponseMessage>> Send)[] kept =
        [
            (tablet, device => device.ActAsync(person.ServiceUserId, goal, vet, "Trouver un vétérinaire", Planned.Person(), minutes: 25 * Day)),
            (phone, device => device.ActAsync(person.ServiceUserId, goal, walk, "Visiter le refuge", Planned.Person(), minutes: 28 * Day)),
            (tablet, device => device.StepActionAsync(person.ServiceUserId, vet, "under_way", minutes: 20 * Day)),
            (phone, device => device.StepActionAsync(person.ServiceUserId, walk, "done", minutes: 15 * Day)),
            (phone, device => FollowAsync(device, person, goal, "Il s’appelle Moustache", 16 * Day, Follow[0])),
            (tablet, device => FollowAsync(device, person, goal, "On m’a rappelée", 18 * Day, Follow[1])),
            (tablet, device => device.StepAsync(person.ServiceUserId, goal, "reached", minutes: 5 * Day, step: Steps[1])),
            (phone, device => device.StepAsync(person.ServiceUserId, goal, "under_way", minutes: 12 * Day, step: Steps[0])),
        ];

        // The tablet sends first, then the phone; and the tablet again.
        List<HttpStatusCode> answers = [];
        foreach (var (device, send) in kept.Where(one => one.Device == tablet).Concat(kept.Where(one => one.Device == phone)))
        {
            answers.Add((await send(device)).StatusCode);
        }

        var again = await tablet.StepAsync(person.ServiceUserId, goal, "reached", minutes: 5 * Day, step: Steps[1]);

        // What arrives late finds its place between what was there, and changes nothing of where the goal stands.
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var plan = await phone.PlanAsync(person.ServiceUserId);
        Assert.Equal(("reached", "done", "under_way"), (plan.Goal(goal).Text("state"), plan.Action(walk).Text("state"), plan.Action(vet).Text("state")));
        var path = await phone.PlanAsync(person.ServiceUserId, $"goals/{goal}/path");
        Assert.Equal(["On m’a rappelée", "Il s’appelle Moustache"], path.GetProperty("followUps").EnumerateArray().Select(entry => entry.Text("words")));
        var between = await phone.PlanAsync(person.ServiceUserId, $"?at={Uri.EscapeDataString(Planned.Now.AddDays(-10).ToString("O"))}");
        Assert.Equal("under_way", between.Goal(goal).Text("state"));
        var then = await phone.PlanAsync(person.ServiceUserId, $"?at={Uri.EscapeDataString(Planned.Now.AddDays(-19).ToString("O"))}");
        Assert.Equal(("adopted", "to_do", "under_way"), (then.Goal(goal).Text("state"), then.Action(walk).Text("state"), then.Action(vet).Text("state")));
    }

    private static readonly Guid[] Follow = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static readonly Guid[] Steps = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static Task<HttpResponseMessage> FollowAsync(HttpClient client, Given.Person person, Guid goal, string words, double minutes, Guid id) =>
        client.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{goal}/follow-ups/{id}"), new { words, at = Planned.Now.AddMinutes(-minutes) });

    private static Dictionary<string, object?> Noted(Guid[] alters, Random random, double days)
    {
        var (alter, other) = (alters[random.Next(3)], alters[3 + random.Next(3)]);
        return random.Next(8) switch
        {
            0 => Mapped.Fact("alter_left", alter, days),
            1 => Mapped.Fact("alter_back", alter, days),
            2 => Mapped.Fact("alters_tied", alter, days, ("otherId", other), ("strength", random.Next(1, 101))),
            3 => Mapped.Fact("alters_untied", alter, days, ("otherId", other)),
            4 => Mapped.Fact("alter_changed", alter, days, ("name", $"Nom {random.Next(100)}")),
            5 => Mapped.Fact("alters_merged", alters[5], days, ("otherId", alters[4])),
            6 => Mapped.Fact("merge_undone", alters[5], days, ("otherId", alters[4])),
            _ => Mapped.Stated(alter, days, random.Next(101), random.Next(101)),
        };
    }

    private static string Said(JsonElement map, Given.Person person) => map.ToString().Replace($"{person.Account.AccountId}", "", StringComparison.Ordinal);
}
