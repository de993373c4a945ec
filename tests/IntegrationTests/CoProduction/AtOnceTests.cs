using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
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

    private Task<long> CountAsync(string table, Guid person) => installation.OneAsync<long>($"SELECT count(*) FROM {table} WHERE service_user_id = '{person}'");
}
