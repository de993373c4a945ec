using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class ProposalTests(Installation installation) : IAsyncLifetime
{
    private Given.Person _person = null!;
    private HttpClient _own = null!;
    private HttpClient _practitioner = null!;

    private Guid Person => _person.ServiceUserId;

    public async Task InitializeAsync()
    {
        _person = await installation.PersonAsync();
        _own = _person.Account.Client(installation);
        _practitioner = (await installation.MemberAsync(_person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_change_of_goals_and_actions_takes_effect_with_the_persons_yes_and_not_before()
    {
        var goal = await _own.GoalAsync(Person, "Marcher", adopted: true);
        var action = await _own.ActionAsync(Person, goal, "Sortir");
        (object Change, Func<JsonElement, string?> Seen, string? Before, string After)[] changes =
        [
            (Reworded(goal, "Marcher en forêt"), plan => plan.Goal(goal).Text("words"), "Marcher", "Marcher en forêt"),
            (new { plan = new { thingId = goal, levels = new { words = new[] { "a", "b", "c", "d", "e" }, weight = 2 } } }, plan => $"{plan.Goal(goal).GetProperty("levels")}".Length > 0 ? "written" : null, null, "written"),
            (new { plan = new { thingId = action, action = new { what = "Sortir le matin", due = "2030-05-01" } } }, plan => plan.Action(action).Text("due"), null, "2030-05-01"),
            (new { plan = new { thingId = action, carrier = new { kind = "person" } } }, plan => plan.Action(action).GetProperty("carrier") is { ValueKind: JsonValueKind.Object } carrier ? carrier.Text("carrying") : null, null, "accepted"),
            (new { plan = new { thingId = action, actionState = "done" } }, plan => plan.Action(action).Text("state"), "to_do", "done"),
            (Stepped(goal, "set_aside"), plan => plan.Goal(goal).Text("state"), "adopted", "set_aside"),
        ];
        foreach (var (change, seen, before, after) in changes)
        {
            var proposal = await _practitioner.ProposeAsync(Person, change);

            Assert.Equal(before, seen(await _own.PlanAsync(Person)));
            await _practitioner.ReplyToAsync(Person, proposal, yes: true).RefusesAsync(HttpStatusCode.Conflict, "coproduction.only-the-person");
            await _own.ReplyToAsync(Person, proposal, yes: true).AnswersAsync(HttpStatusCode.OK);
            Assert.Equal(after, seen(await _own.PlanAsync(Person)));
            Assert.Equal("accepted", (await _practitioner.ProposalAsync(Person, proposal)).Text("state"));
        }
    }

    [Fact]
    public async Task Every_change_of_strengths_and_stars_takes_effect_with_the_persons_yes_and_not_before()
    {
        var (drawing, cooking) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _own.NameAsync(Person, drawing, Strong.Said("Je dessine"), minutes: 12).AnswersAsync(HttpStatusCode.OK);
        await _own.NameAsync(Person, cooking, Strong.Said("Je cuisine")).AnswersAsync(HttpStatusCode.OK);
        (object Change, Func<Task<string>> Seen, string Before, string After)[] changes =
        [
            (new { strengths = new { strengthId = drawing, strength = Strong.Said("Je dessine des loups") } }, BoardAsync, "Je dessine kept, Je cuisine kept", "Je dessine des loups kept, Je cuisine kept"),
            (new { strengths = new { order = new { order = new[] { cooking, drawing }, pinned = new[] { cooking } } } }, BoardAsync, "Je dessine des loups kept, Je cuisine kept", "Je cuisine kept, Je dessine des loups kept"),
            (new { strengths = new { strengthId = cooking, retired = true } }, BoardAsync, "Je cuisine kept, Je dessine des loups kept", "Je dessine des loups kept"),
            (Stars("needs.income", "needs.housing"), async () => string.Join(' ', await _own.StarsOfAsync(Person)), "", "needs.income needs.housing"),
        ];
        foreach (var (change, seen, before, after) in changes)
        {
            var proposal = await _practitioner.ProposeAsync(Person, change);

            Assert.Equal(before, await seen());
            await _own.ReplyToAsync(Person, proposal, yes: true).AnswersAsync(HttpStatusCode.OK);
            Assert.Equal(after, await seen());
        }
    }

    [Fact]
    public async Task Together_on_one_screen_the_persons_yes_is_recorded_as_such_and_the_amendment_is_theirs()
    {
        var proposal = await _practitioner.ProposeAsync(Person, Stars("needs.income"));

        await _practitioner.ReplyToAsync(Person, proposal, yes: true, amended: Stars("needs.housing", "needs.income"), setting: "joint").AnswersAsync(HttpStatusCode.OK);

        var seen = await _own.ProposalAsync(Person, proposal);
        Assert.Equal(("amended", true), (seen.Text("state"), seen.GetProperty("answeredTogether").GetBoolean()));
        Assert.Equal(["needs.housing", "needs.income"], seen.GetProperty("amended").GetProperty("stars").GetProperty("themes").EnumerateArray().Select(theme => theme.GetString()!));
        Assert.Equal(["needs.housing", "needs.income"], await _own.StarsOfAsync(Person));
        Assert.Equal("joint", (await Rated.ReadAsync(_own, Person, "stars")).GetProperty("stars")[0].Text("setting"));
    }

    [Fact]
    public async Task An_amendment_is_of_the_same_kind_and_about_the_same_thing()
    {
        var (goal, other) = (await _own.GoalAsync(Person, "Un", adopted: true), await _own.GoalAsync(Person, "Deux", adopted: true));
        var proposal = await _practitioner.ProposeAsync(Person, Reworded(goal, "Un peu"));

        foreach (var amended in new[] { Stars("needs.income"), Stepped(goal, "reached"), Reworded(other, "Deux fois"), new { } })
        {
            var problem = await (await _own.ReplyToAsync(Person, proposal, yes: true, amended: amended)).BodyAsync(HttpStatusCode.BadRequest);
            Assert.Equal("coproduction.change-unclear", problem.GetProperty("errors")[0].Text("code"));
        }

        Assert.Equal("open", (await _own.ProposalAsync(Person, proposal)).Text("state"));
    }

    [Fact]
    public async Task A_no_is_kept_its_reason_is_the_persons_to_show_and_only_they_open_the_matter_again()
    {
        var goal = await _own.GoalAsync(Person, "Marcher", adopted: true);
        var relative = (await installation.MemberAsync(_person, Role.Relative, AccessLevel.Contribute)).Client(installation);
        var (silent, told) = (await _practitioner.ProposeAsync(Person, Reworded(goal, "Courir")), await _practitioner.ProposeAsync(Person, Stepped(goal, "set_aside")));
        await _own.ReplyToAsync(Person, silent, yes: false, reason: "Pour moi seul").AnswersAsync(HttpStatusCode.OK);
        await _own.ReplyToAsync(Person, told, yes: false, reason: "Pas maintenant", reasonShown: true).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal(("declined", JsonValueKind.Null), ((await _practitioner.ProposalAsync(Person, silent)).Text("state"), (await _practitioner.ProposalAsync(Person, silent)).GetProperty("reason").ValueKind));
        Assert.Equal(("Pour moi seul", "Pas maintenant"), ((await _own.ProposalAsync(Person, silent)).Text("reason"), (await _practitioner.ProposalAsync(Person, told)).Text("reason")));
        await relative.OfferAsync(Person, Guid.CreateVersion7(), Reworded(goal, "  COURIR ! ")).RefusesAsync(HttpStatusCode.Conflict, "coproduction.declined-before");
        await _practitioner.OpenAgainAsync(Person, silent).RefusesAsync(HttpStatusCode.Conflict, "coproduction.only-the-person");
        await _own.OpenAgainAsync(Person, silent).AnswersAsync(HttpStatusCode.OK);
        await relative.OfferAsync(Person, Guid.CreateVersion7(), Reworded(goal, "Courir")).RefusesAsync(HttpStatusCode.Conflict, "coproduction.waits-already");
        await _own.ReplyToAsync(Person, silent, yes: true).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal("Courir", (await _own.PlanAsync(Person)).Goal(goal).Text("words"));
    }

    [Fact]
    public async Task What_was_reworded_since_is_read_again_before_a_yes()
    {
        var goal = await _own.GoalAsync(Person, "Marcher", adopted: true);
        var proposal = await _practitioner.ProposeAsync(Person, Reworded(goal, "Courir"));
        await _own.PutAsync(Planned.Path(Person, $"goals/{goal}/wordings/{Guid.CreateVersion7()}"), new { goal = new { words = "Nager", themes = Array.Empty<string>() }, at = Now }).AnswersAsync(HttpStatusCode.OK);

        await _own.ReplyToAsync(Person, proposal, yes: true).RefusesAsync(HttpStatusCode.Conflict, "coproduction.changed-since");
        var waiting = Assert.Single(await _own.WaitingAsync(Person)).GetProperty("change");
        Assert.True(waiting.GetProperty("changedSince").GetBoolean());
        await _own.ReplyToAsync(Person, proposal, yes: true, readVersion: waiting.GetProperty("thingVersion").GetInt32()).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal("Courir", (await _own.PlanAsync(Person)).Goal(goal).Text("words"));
    }

    [Fact]
    public async Task A_yes_that_the_plan_refuses_leaves_everything_as_it_was()
    {
        var goal = await _own.GoalAsync(Person, "Marcher", adopted: true);
        var action = await _own.ActionAsync(Person, goal, "Sortir");
        var proposal = await _practitioner.ProposeAsync(Person, new { plan = new { thingId = action, actionState = "done" } });
        await _own.StepAsync(Person, goal, "set_aside").AnswersAsync(HttpStatusCode.OK);

        await _own.ReplyToAsync(Person, proposal, yes: true).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-holds-nobody");

        Assert.Equal(("open", "to_do"), ((await _own.ProposalAsync(Person, proposal)).Text("state"), (await _own.PlanAsync(Person)).Action(action).Text("state")));
        Assert.Equal(1L, await installation.OneAsync<long>($"SELECT count(*) FROM coproduction.proposal_fact WHERE service_user_id = '{Person}'"));
    }

    [Fact]
    public async Task Sent_again_a_proposal_and_an_answer_have_one_effect_and_nothing_of_them_is_readable_in_the_database()
    {
        var goal = await _own.GoalAsync(Person, "Marcher", adopted: true);
        var (proposal, answer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        for (var i = 0; i < 2; i++)
        {
            await _practitioner.OfferAsync(Person, proposal, Reworded(goal, "Secretum magnum"), why: "Quia secretum").AnswersAsync(HttpStatusCode.OK);
        }

        await _practitioner.OfferAsync(Person, proposal, Reworded(goal, "Aliud")).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        for (var i = 0; i < 2; i++)
        {
            await _own.ReplyToAsync(Person, proposal, yes: true, answer: answer).AnswersAsync(HttpStatusCode.OK);
        }

        await _own.ReplyToAsync(Person, proposal, yes: false, answer: answer).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");
        await _own.ReplyToAsync(Person, proposal, yes: true).RefusesAsync(HttpStatusCode.Conflict, "coproduction.waits-no-longer");
        Assert.Equal(2L, await installation.OneAsync<long>($"SELECT count(*) FROM accomplishment_plan.goal_wording WHERE service_user_id = '{Person}'"));
        Assert.Equal(0L, await installation.OneAsync<long>(
            $"SELECT count(*) FROM coproduction.proposal_fact WHERE service_user_id = '{Person}' AND (position('ecretum'::bytea in content_sealed) > 0 OR position('ecretum'::bytea in why_sealed) > 0)"));
    }

    [Fact]
    public async Task A_proposal_is_taken_back_by_whoever_made_it_and_by_nobody_else()
    {
        var proposal = await _practitioner.ProposeAsync(Person, Stars("needs.income"), "Vous en parlez souvent");
        var other = (await installation.MemberAsync(_person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);

        await other.TakeBackAsync(Person, proposal).RefusesAsync(HttpStatusCode.Conflict, "coproduction.not-your-proposal");
        await _practitioner.TakeBackAsync(Person, proposal).AnswersAsync(HttpStatusCode.OK);

        await _own.ReplyToAsync(Person, proposal, yes: true).RefusesAsync(HttpStatusCode.Conflict, "coproduction.waits-no-longer");
        Assert.Empty(await _own.StarsOfAsync(Person));
    }

    private async Task<string> BoardAsync() =>
        string.Join(", ", (await _own.StrengthsAsync(Person)).Shown().Where(one => one.Standing == "kept").Select(one => $"{one.Words} {one.Standing}"));
}
