using System.Net;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Figures;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

/// <summary>What jobs keep up event by event must be what a full recomputation finds.</summary>
public sealed class PlanFiguresTests(Installation installation) : IClassFixture<Installation>
{
    private const int Acts = 45;

    [Fact]
    public async Task After_random_histories_a_full_recomputation_finds_nothing_that_differs()
    {
        var random = new Random(20261120);
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        HttpClient[] clients = [person.Account.Client(installation), practitioner.Client(installation)];
        List<Guid> goals = [await clients[0].GoalAsync(person.ServiceUserId, "Un", adopted: true, minutes: 44_000)];
        List<Guid> actions = [await clients[0].ActionAsync(person.ServiceUserId, goals[0], "Un", Person())];
        var kept = await clients[0].GoalAsync(person.ServiceUserId, "Reste", adopted: true, minutes: 44_000);
        await LevelsAsync(clients[0], person.ServiceUserId, kept);
        await RateAsync(clients[0], person.ServiceUserId, kept, 1);
        await RateAsync(clients[1], person.ServiceUserId, kept, -1);
        for (var i = 0; i < Acts; i++)
        {
            await ActAsync(clients[random.Next(2)], person.ServiceUserId, member, goals, actions, random);
        }

        await QuietAsync();
        var report = await installation.SendAsync(new RecomputeAllPlansCommand());

        Assert.Equal(0, report.Differing);
        var figures = await clients[0].PlanAsync(person.ServiceUserId, "figures");
        Assert.True(figures.GetProperty("summary").GetProperty("figures").GetProperty("actions").GetInt32() >= 3, "Too few to prove anything.");
        Assert.True(figures.GetProperty("attainment").GetArrayLength() == 2);
    }

    [Fact]
    public async Task What_was_lost_or_altered_is_made_true_again()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var goal = await own.GoalAsync(person.ServiceUserId, "Un", adopted: true);
        await LevelsAsync(own, person.ServiceUserId, goal);
        await RateAsync(own, person.ServiceUserId, goal, 2);
        await QuietAsync();
        Assert.Equal(0, await installation.SendAsync(new RecomputePlanCommand(person.ServiceUserId)));
        await installation.ExecuteAsync($"""
            UPDATE accomplishment_plan.plan_summary SET done = 99 WHERE service_user_id = '{person.ServiceUserId}';
            DELETE FROM accomplishment_plan.attainment WHERE service_user_id = '{person.ServiceUserId}';
            """);

        Assert.Equal(2, await installation.SendAsync(new RecomputePlanCommand(person.ServiceUserId)));
        Assert.Equal(70.0, (await own.PlanAsync(person.ServiceUserId, "figures")).GetProperty("attainment")[0].GetProperty("t").GetDouble());
    }

    [Fact]
    public async Task The_overview_agrees_with_the_plan_and_is_one_statement()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById("America/Toronto")).DateTime);
        var (goal, refused) = (await own.GoalAsync(person.ServiceUserId, "Un", adopted: true, minutes: 61), await own.GoalAsync(person.ServiceUserId, "Deux"));
        await own.StepAsync(person.ServiceUserId, refused, "declined").AnswersAsync(HttpStatusCode.OK);
        await own.ActionAsync(person.ServiceUserId, goal, "Tard", due: $"{today.AddDays(-2):O}");
        await own.ActionAsync(person.ServiceUserId, goal, "Bientôt", due: $"{today.AddDays(5):O}");
        await own.StepActionAsync(person.ServiceUserId, await own.ActionAsync(person.ServiceUserId, goal, "Fait", Person()), "done").AnswersAsync(HttpStatusCode.OK);

        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        scope.ServiceProvider.GetRequiredService<DatabaseSession>().OpenFor(person.ServiceUserId);
        var reader = scope.ServiceProvider.GetRequiredService<IPlanReader>();
        var overview = await reader.OverviewAsync(person.ServiceUserId, CancellationToken.None);
        var goals = await reader.StarGoalsAsync(person.ServiceUserId, CancellationToken.None);

        Assert.Equal([("Un", "adopted"), ("Deux", "declined")], overview.Goals.Select(one => (one.Words, one.State)));
        Assert.Equal([("Tard", true, true), ("Bientôt", true, false), ("Fait", false, false)], overview.Actions.Select(one => (one.What, one.Open, one.Late)));
        Assert.Empty(goals);
    }

    private Task<TimeSpan> QuietAsync() => Eventually.HappensAsync(
        async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TimeSpan.FromSeconds(60));

    private static Task LevelsAsync(HttpClient client, Guid person, Guid goal) =>
        client.PutAsync(Path(person, $"goals/{goal}/levels/{Guid.CreateVersion7()}"), new { levels = new[] { "a", "b", "c", "d", "e" }, at = Now.AddMinutes(-9) }).AnswersAsync(HttpStatusCode.OK);

    private static Task RateAsync(HttpClient client, Guid person, Guid goal, int level) =>
        client.PutAsync(Path(person, $"goals/{goal}/ratings/{Guid.CreateVersion7()}"), new { level, at = Now.AddMinutes(-8) }).AnswersAsync(HttpStatusCode.OK);

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, Guid person, Guid member, List<Guid> goals, List<Guid> actions, Random random)
    {
        var (goal, action, minutes) = (goals[random.Next(goals.Count)], actions[random.Next(actions.Count)], random.Next(1, 43_000));
        var setting = random.Next(3) == 0 ? "joint" : "alone";
        string Of(params string[] words) => words[random.Next(words.Length)];
        switch (random.Next(9))
        {
            case 0:
                goals.Add(Guid.CreateVersion7());
                return client.PutAsync(Path(person, $"goals/{goals[^1]}"), Goal("Encore", minutes, setting == "joint", setting));
            case 1 or 2:
                return client.StepAsync(person, goal, Of("adopted", "adopted", "declined", "under_way", "reached", "set_aside"), setting, minutes);
            case 3 or 7:
                actions.Add(Guid.CreateVersion7());
                return client.ActAsync(person, goal, actions[^1], "Encore", Of("p", "m", "x") switch { "p" => Person(), "m" => Member("practitioner", member), _ => new { kind = "partner", name = "X" } }, setting, minutes: minutes);
            case 4 or 5:
                return client.StepActionAsync(person, action, Of("to_do", "to_do", "under_way", "done", "dropped", "declined"), setting, minutes);
            case 6:
                return client.PutAsync(Path(person, $"goals/{goal}/levels/{Guid.CreateVersion7()}"), new { levels = new[] { "a", "b", "c", "d", "e" }, weight = random.Next(1, 11), setting, at = Now.AddMinutes(-minutes) });
            default:
                return client.PutAsync(Path(person, $"goals/{goal}/ratings/{Guid.CreateVersion7()}"), new { level = random.Next(-2, 3), setting, at = Now.AddMinutes(-minutes) });
        }
    }
}
