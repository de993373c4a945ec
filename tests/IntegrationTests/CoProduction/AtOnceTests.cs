using System.Net;
using Barometre.Application.CoProduction.Degrees;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Two devices at the same moment: whatever the order, one defined outcome.</summary>
[Collection(InstallationTests.Name)]
public sealed class AtOnceTests(Installation installation)
{
    private const int Rounds = 4;

    [Fact]
    public async Task Of_two_yeses_at_once_one_takes_effect_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, goal) = await ArrangeAsync();
            var proposal = await practitioner.ProposeAsync(person, Reworded(goal, "Courir"));

            var answers = await Task.WhenAll(
                own.ReplyToAsync(person, proposal, yes: true), practitioner.ReplyToAsync(person, proposal, yes: true, setting: "joint"),
                own.ReplyToAsync(person, proposal, yes: true, amended: Reworded(goal, "Nager")));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            Assert.Equal(2L, await CountAsync("accomplishment_plan.goal_wording", person));
            Assert.Equal(2L, await CountAsync("coproduction.proposal_fact", person));
            var words = (await own.PlanAsync(person)).Goal(goal).Text("words");
            Assert.Equal((await own.ProposalAsync(person, proposal)).Text("state") == "amended" ? "Nager" : "Courir", words);
        }
    }

    [Fact]
    public async Task A_new_goal_that_two_devices_take_on_at_once_is_taken_on_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, _) = await ArrangeAsync();
            var goal = await practitioner.GoalAsync(person, "Courir");

            var answers = await Task.WhenAll(
                own.StepAsync(person, goal, "adopted"), practitioner.StepAsync(person, goal, "adopted", setting: "joint"), own.StepAsync(person, goal, "adopted", minutes: 20));

            // Each is the person's word and is kept; where it stands changed once.
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.Equal("adopted", (await own.PlanAsync(person)).Goal(goal).Text("state"));
            Assert.Equal(["proposed", "adopted"], await StepsAsync(own, person, goal));
            // With the goal that the person wrote down and took on themself.
            Assert.Equal(2, await DecidedAsync(own, person, "setting_goals"));
        }
    }

    [Fact]
    public async Task A_new_action_that_two_devices_say_yes_to_at_once_is_agreed_and_carried_once()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, goal) = await ArrangeAsync();
            var action = await practitioner.ActionAsync(person, goal, "Acheter des chaussures", Planned.Person());

            var answers = await Task.WhenAll(
                own.StepActionAsync(person, action, "to_do"), practitioner.StepActionAsync(person, action, "to_do", setting: "joint"), own.StepActionAsync(person, action, "to_do", minutes: 3));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.Equal("to_do", (await own.PlanAsync(person)).Action(action).Text("state"));
            // The asking, and one yes to it.
            Assert.Equal(2L, await CountAsync("accomplishment_plan.carrying_fact", person));
            Assert.Equal(1, await DecidedAsync(own, person, "planning"));
        }
    }

    [Fact]
    public async Task A_yes_and_a_no_at_once_to_a_new_goal_leave_it_taken_on_whichever_comes_first()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, _) = await ArrangeAsync();
            var goal = await practitioner.GoalAsync(person, "Courir");

            var answers = await Task.WhenAll(own.StepAsync(person, goal, "adopted"), practitioner.StepAsync(person, goal, "declined", setting: "joint"));

            // A no after the yes would be putting aside, and says so; a yes after the no takes it on after all.
            Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
            Assert.Equal("adopted", (await own.PlanAsync(person)).Goal(goal).Text("state"));
            Assert.Equal(answers[1].StatusCode == HttpStatusCode.OK ? ["proposed", "declined", "adopted"] : ["proposed", "adopted"], await StepsAsync(own, person, goal));
        }
    }

    [Fact]
    public async Task A_yes_and_a_taking_back_at_once_leave_either_the_change_or_none()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, goal) = await ArrangeAsync();
            var proposal = await practitioner.ProposeAsync(person, Reworded(goal, "Courir"));

            var answers = await Task.WhenAll(own.ReplyToAsync(person, proposal, yes: true), practitioner.TakeBackAsync(person, proposal));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
            var accepted = answers[0].StatusCode == HttpStatusCode.OK;
            Assert.Equal(accepted ? "accepted" : "withdrawn", (await own.ProposalAsync(person, proposal)).Text("state"));
            Assert.Equal(accepted ? "Courir" : "Marcher", (await own.PlanAsync(person)).Goal(goal).Text("words"));
        }
    }

    [Fact]
    public async Task A_yes_while_the_thing_is_reworded_is_to_what_was_read_or_is_refused()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, goal) = await ArrangeAsync();
            var proposal = await practitioner.ProposeAsync(person, Stepped(goal, "under_way"));

            var answers = await Task.WhenAll(
                own.ReplyToAsync(person, proposal, yes: true),
                practitioner.PutAsync(Planned.Path(person, $"goals/{goal}/wordings/{Guid.CreateVersion7()}"), new { goal = new { words = "Nager", themes = Array.Empty<string>() }, setting = "joint", at = Now }));

            Assert.Equal(HttpStatusCode.OK, answers[1].StatusCode);
            var (state, read) = ((await own.ProposalAsync(person, proposal)).Text("state"), (await own.PlanAsync(person)).Goal(goal));
            Assert.Equal(answers[0].StatusCode == HttpStatusCode.OK ? ("accepted", "under_way") : ("open", "adopted"), (state, read.Text("state")));
            if (answers[0].StatusCode != HttpStatusCode.OK)
            {
                await Task.FromResult(answers[0]).RefusesAsync(HttpStatusCode.Conflict, "coproduction.changed-since");
            }
        }
    }

    [Fact]
    public async Task Stars_chosen_while_others_are_accepted_are_not_mixed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (person, own, practitioner, _) = await ArrangeAsync();
            var (one, other) = (await practitioner.ProposeAsync(person, Stars("needs.income")), await practitioner.ProposeAsync(person, Stars("needs.housing", "needs.food")));

            var answers = await Task.WhenAll(own.ReplyToAsync(person, one, yes: true), own.ReplyToAsync(person, other, yes: true));

            var taken = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Contains(answers.Single(answer => answer != taken).StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed });
            Assert.Equal(taken == answers[0] ? ["needs.income"] : ["needs.housing", "needs.food"], await own.StarsOfAsync(person));
        }
    }

    [Fact]
    public async Task The_same_proposed_by_several_at_once_waits_once()
    {
        var (person, own, practitioner, goal) = await ArrangeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => practitioner.OfferAsync(person, Guid.CreateVersion7(), Reworded(goal, "Courir"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(await own.WaitingAsync(person));
    }

    private async Task<(Guid Person, HttpClient Own, HttpClient Practitioner, Guid Goal)> ArrangeAsync()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        return (person.ServiceUserId, own, practitioner, await own.GoalAsync(person.ServiceUserId, "Marcher", adopted: true));
    }

    private static async Task<string[]> StepsAsync(HttpClient own, Guid person, Guid goal) =>
        [.. (await own.PlanAsync(person, $"goals/{goal}/path")).GetProperty("steps").EnumerateArray().Select(step => step.Text("state"))];

    /// <summary>How often something was decided in that stage, whoever decided.</summary>
    private async Task<int> DecidedAsync(HttpClient own, Guid person, string stage)
    {
        await installation.SendAsync(new RecomputeDegreeCommand(person));
        var period = (await (await own.GetAsync(Path(person, "degree"))).BodyAsync(HttpStatusCode.OK)).GetProperty("periods")[0];
        var decided = period.GetProperty("shares").EnumerateArray().Single(one => one.Text("stage") == stage).GetProperty("decided");
        return decided.EnumerateObject().Sum(actor => actor.Value.GetInt32());
    }

    private Task<long> CountAsync(string table, Guid person) => installation.OneAsync<long>($"SELECT count(*) FROM {table} WHERE service_user_id = '{person}'");
}
