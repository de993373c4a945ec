using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

[Collection(InstallationTests.Name)]
public sealed class ActionTests(Installation installation)
{
    [Fact]
    public async Task Somebody_carries_an_action_only_after_they_said_yes()
    {
        var (person, own, practitioner, member) = await CircleAsync();
        var goal = await own.GoalAsync(person.ServiceUserId, "Demander mes prestations", adopted: true);
        var action = await own.ActionAsync(person.ServiceUserId, goal, "Remplir le formulaire", Member("practitioner", member));

        var asked = (await own.PlanAsync(person.ServiceUserId)).Action(action);
        await practitioner.StepActionAsync(person.ServiceUserId, action, "under_way").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.not-yours-to-carry");
        await own.AnswerAsync(person.ServiceUserId, action, accepted: true).RefusesAsync(HttpStatusCode.Forbidden, "accomplishment-plan.not-yours-to-carry");
        await practitioner.AnswerAsync(person.ServiceUserId, action, accepted: true).AnswersAsync(HttpStatusCode.OK);
        await practitioner.StepActionAsync(person.ServiceUserId, action, "under_way").AnswersAsync(HttpStatusCode.OK);
        await practitioner.StepActionAsync(person.ServiceUserId, action, "dropped").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.action-cannot-become");
        var carried = (await own.PlanAsync(person.ServiceUserId)).Action(action);

        Assert.Equal((false, "asked"), (asked.GetProperty("holds").GetBoolean(), asked.GetProperty("carrier").Text("carrying")));
        Assert.Equal((true, "accepted", "under_way"), (carried.GetProperty("holds").GetBoolean(), carried.GetProperty("carrier").Text("carrying"), carried.Text("state")));
        Assert.Equal("Compte inventé", carried.GetProperty("carrier").Text("name"));
    }

    [Fact]
    public async Task An_action_that_somebody_else_writes_alone_waits_for_the_persons_yes_which_is_a_yes_to_carrying_it()
    {
        var (person, own, practitioner, _) = await CircleAsync();
        var goal = await own.GoalAsync(person.ServiceUserId, "Voir mes amis", adopted: true);
        var action = await practitioner.ActionAsync(person.ServiceUserId, goal, "Appeler quelqu’un", Person());

        await practitioner.StepActionAsync(person.ServiceUserId, action, "to_do").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.not-yours-to-carry");
        await practitioner.AskAsync(person.ServiceUserId, action, new { kind = "partner", name = "Un voisin inventé" }).AnswersAsync(HttpStatusCode.OK);
        await practitioner.AskAsync(person.ServiceUserId, action, Person()).AnswersAsync(HttpStatusCode.OK);
        await own.StepActionAsync(person.ServiceUserId, action, "to_do").AnswersAsync(HttpStatusCode.OK);

        var shown = (await practitioner.PlanAsync(person.ServiceUserId)).Action(action);
        Assert.Equal(("to_do", "person", "accepted"), (shown.Text("state"), shown.GetProperty("carrier").Text("kind"), shown.GetProperty("carrier").Text("carrying")));
    }

    [Fact]
    public async Task Once_declined_by_the_person_a_proposed_action_can_be_carried_by_nobody()
    {
        var (person, own, practitioner, member) = await CircleAsync();
        var goal = await own.GoalAsync(person.ServiceUserId, "Dormir mieux", adopted: true);
        var action = await practitioner.ActionAsync(person.ServiceUserId, goal, "Tenir un journal", Member("practitioner", member));

        await own.StepActionAsync(person.ServiceUserId, action, "declined").AnswersAsync(HttpStatusCode.OK);

        await practitioner.StepActionAsync(person.ServiceUserId, action, "done").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.action-cannot-become");
        Assert.False((await own.PlanAsync(person.ServiceUserId)).Action(action).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task A_relative_who_may_only_read_is_asked_says_yes_and_tells_how_it_goes_and_changes_nothing_else()
    {
        var (person, own, _, _) = await CircleAsync();
        var relative = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.Read, null);
        var client = relative.Client(installation);
        var goal = await own.GoalAsync(person.ServiceUserId, "Manger avec ma sœur", adopted: true);
        var (action, other) = (await own.ActionAsync(person.ServiceUserId, goal, "Fixer un jour", Member("relative", member)), await own.ActionAsync(person.ServiceUserId, goal, "Faire des courses", Person()));

        await client.AnswerAsync(person.ServiceUserId, action, accepted: true).AnswersAsync(HttpStatusCode.OK);
        await client.StepActionAsync(person.ServiceUserId, action, "done").AnswersAsync(HttpStatusCode.OK);
        await client.StepActionAsync(person.ServiceUserId, other, "done").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await client.StepActionAsync(person.ServiceUserId, action, "dropped", "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");

        Assert.Equal("done", (await own.PlanAsync(person.ServiceUserId)).Action(action).Text("state"));
    }

    [Fact]
    public async Task Days_that_come_back_are_marked_and_unmarked_and_other_days_are_refused()
    {
        var (person, own, _, _) = await CircleAsync();
        var goal = await own.GoalAsync(person.ServiceUserId, "Bouger", adopted: true);
        var today = DateOnly.FromDateTime(Now.UtcDateTime);
        var action = await own.ActionAsync(person.ServiceUserId, goal, "Marcher", Person(), recurrence: new { repeat = "daily", every = 2, days = Array.Empty<int>(), from = today.AddDays(-4) });

        await MarkAsync(own, person, action, today.AddDays(-4), "done").AnswersAsync(HttpStatusCode.OK);
        await MarkAsync(own, person, action, today.AddDays(-2), "skipped").AnswersAsync(HttpStatusCode.OK);
        await MarkAsync(own, person, action, today.AddDays(-4), "cleared", minutes: 1).AnswersAsync(HttpStatusCode.OK);
        await MarkAsync(own, person, action, today.AddDays(-3), "done").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.not-a-day-of-it");
        await MarkAsync(own, person, action, today.AddDays(20), "done").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.not-a-day-of-it");

        var shown = (await own.PlanAsync(person.ServiceUserId)).Action(action);
        Assert.Equal("skipped", Assert.Single(shown.GetProperty("days").EnumerateArray()).Text("outcome"));
        Assert.False(shown.GetProperty("late").GetBoolean());
    }

    [Fact]
    public async Task Late_and_next_are_counted_where_the_person_lives()
    {
        var (person, own, _, _) = await CircleAsync();
        await (await own.PutAsync(Path(person.ServiceUserId, "time-zone"), new { timeZone = "Pacific/Auckland" })).BodyAsync(HttpStatusCode.OK);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland")).DateTime);
        var goal = await own.GoalAsync(person.ServiceUserId, "Ranger", adopted: true);
        var late = await own.ActionAsync(person.ServiceUserId, goal, "Vider", due: $"{today.AddDays(-1):O}");
        var next = await own.ActionAsync(person.ServiceUserId, goal, "Trier", due: $"{today:O}");
        var undated = await own.ActionAsync(person.ServiceUserId, goal, "Donner");
        await own.StepActionAsync(person.ServiceUserId, await own.ActionAsync(person.ServiceUserId, goal, "Fini", Person(), due: $"{today.AddDays(-9):O}"), "done").AnswersAsync(HttpStatusCode.OK);

        var due = await own.PlanAsync(person.ServiceUserId, "due");

        Assert.Equal(("Pacific/Auckland", $"{today:O}"), (due.Text("timeZone"), due.Text("today")));
        Assert.Equal([late, next, undated], new[] { "late", "next", "undated" }.SelectMany(list => due.GetProperty(list).EnumerateArray()).Select(one => one.GetProperty("actionId").GetGuid()));
        await own.PutAsync(Path(person.ServiceUserId, "time-zone"), new { timeZone = "Mars/Olympus" }, version: 2).RefusesAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    private static Task<HttpResponseMessage> MarkAsync(HttpClient client, Given.Person person, Guid action, DateOnly day, string outcome, double minutes = 3) =>
        client.PutAsync(Path(person.ServiceUserId, $"actions/{action}/marks/{Guid.CreateVersion7()}"), new { day, outcome, at = Now.AddMinutes(-minutes) });

    private async Task<(Given.Person Person, HttpClient Own, HttpClient Practitioner, Guid Member)> CircleAsync()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        return (person, person.Account.Client(installation), practitioner.Client(installation), member);
    }
}
