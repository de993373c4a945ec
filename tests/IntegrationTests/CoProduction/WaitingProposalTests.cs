using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>What waits for the person, to whom it is shown, and for how long.</summary>
[Collection(InstallationTests.Name)]
public sealed class WaitingProposalTests(Installation installation)
{
    [Fact]
    public async Task All_that_waits_is_in_one_list_wherever_it_stands()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var strength = Guid.CreateVersion7();
        var adopted = await own.GoalAsync(person.ServiceUserId, "Marcher", adopted: true);
        await own.GoalAsync(person.ServiceUserId, "À décider plus tard");
        var goal = await practitioner.GoalAsync(person.ServiceUserId, "Mieux dormir");
        var action = await practitioner.ActionAsync(person.ServiceUserId, adopted, "Acheter des bottes");
        await practitioner.NameAsync(person.ServiceUserId, strength, Strong.Said("Tu sais attendre")).AnswersAsync(HttpStatusCode.OK);
        var change = await practitioner.ProposeAsync(person.ServiceUserId, Stepped(adopted, "under_way"));

        var waiting = await own.WaitingAsync(person.ServiceUserId);

        Assert.Equal(
            [("goal", goal, "Mieux dormir"), ("action", action, "Acheter des bottes"), ("strength", strength, "Tu sais attendre"), ("change", change, null)],
            waiting.Select(one => (one.Text("kind"), one.GetProperty("id").GetGuid(), one.GetProperty("words").GetString())));
        Assert.All(waiting, one => Assert.Equal(("practitioner", false), (one.Text("perspective"), one.GetProperty("lapsed").GetBoolean())));
    }

    [Fact]
    public async Task What_stands_in_a_closed_part_is_neither_shown_nor_proposed_nor_answered()
    {
        var person = await installation.PersonAsync();
        var (own, open) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var narrow = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.None);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET coproduction = 'contribute', quality_of_life = 'read' WHERE account_id = '{narrow.AccountId}'");
        var limited = narrow.Client(installation);
        var goal = await own.GoalAsync(person.ServiceUserId, "Marcher", adopted: true);
        var hidden = await open.ProposeAsync(person.ServiceUserId, Reworded(goal, "Courir"));
        await open.GoalAsync(person.ServiceUserId, "Dormir");

        await limited.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), Stepped(goal, "reached")).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await limited.ReplyToAsync(person.ServiceUserId, hidden, yes: true, setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await limited.OpenAgainAsync(person.ServiceUserId, hidden, "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        var stars = await limited.ProposeAsync(person.ServiceUserId, Stars("needs.income"));

        // They may propose stars with reading alone, and say the person's yes with nobody's more than their own access.
        await limited.ReplyToAsync(person.ServiceUserId, stars, yes: true, setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        Assert.Equal([stars], (await limited.WaitingAsync(person.ServiceUserId)).Select(one => one.GetProperty("id").GetGuid()));
        var listed = await (await limited.GetAsync(Path(person.ServiceUserId, "proposals"))).BodyAsync(HttpStatusCode.OK);
        Assert.Equal([stars], listed.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("proposalId").GetGuid()));
        Assert.Equal("open", (await own.ProposalAsync(person.ServiceUserId, stars)).Text("state"));
    }

    [Fact]
    public async Task What_the_person_leaves_lapses_after_their_own_term_and_they_may_still_take_it_up()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var proposal = await practitioner.ProposeAsync(person.ServiceUserId, Stars("needs.income"));
        var terms = Path(person.ServiceUserId, $"proposal-terms/{Guid.CreateVersion7()}");
        await installation.ExecuteAsync($"UPDATE coproduction.proposal SET waits_since = now() - interval '40 days' WHERE service_user_id = '{person.ServiceUserId}'");
        Assert.False(Assert.Single(await own.WaitingAsync(person.ServiceUserId)).GetProperty("lapsed").GetBoolean());

        await practitioner.PutAsync(terms, new { lapseAfterDays = 30, at = Now }).RefusesAsync(HttpStatusCode.Conflict, "coproduction.only-the-person");
        await own.PutAsync(terms, new { lapseAfterDays = 30, at = Now }).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(terms, new { lapseAfterDays = 30, at = Now }).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal((true, "open"), ((await practitioner.ProposalAsync(person.ServiceUserId, proposal)).GetProperty("lapsed").GetBoolean(), (await own.ProposalAsync(person.ServiceUserId, proposal)).Text("state")));
        Assert.Equal(30, (await (await practitioner.GetAsync(Path(person.ServiceUserId, "proposal-terms"))).BodyAsync(HttpStatusCode.OK)).GetProperty("lapseAfterDays").GetInt32());
        await own.ReplyToAsync(person.ServiceUserId, proposal, yes: true).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(["needs.income"], await own.StarsOfAsync(person.ServiceUserId));
        await own.PutAsync(Path(person.ServiceUserId, $"proposal-terms/{Guid.CreateVersion7()}"), new { lapseAfterDays = 0, at = Now }).AnswersAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_lapsed_and_was_declined_when_it_was_proposed_anew_does_not_wait_again_however_long_the_person_lets_others_wait()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var (lapsed, goal) = (await practitioner.ProposeAsync(person.ServiceUserId, Stars("needs.income")), await practitioner.GoalAsync(person.ServiceUserId, "Mieux dormir"));
        await installation.ExecuteAsync($"""
            UPDATE coproduction.proposal SET waits_since = now() - interval '40 days' WHERE service_user_id = '{person.ServiceUserId}';
            UPDATE accomplishment_plan.goal_wording SET recorded_at = now() - interval '40 days' WHERE service_user_id = '{person.ServiceUserId}';
            """);
        await LetWaitAsync(own, person.ServiceUserId, 30);
        var anew = await practitioner.ProposeAsync(person.ServiceUserId, Stars("needs.income"));
        await own.ReplyToAsync(person.ServiceUserId, anew, yes: false).AnswersAsync(HttpStatusCode.OK);

        await LetWaitAsync(own, person.ServiceUserId, null);

        var waiting = await own.WaitingAsync(person.ServiceUserId);
        Assert.Equal([(lapsed, true), (goal, true)], waiting.Select(one => (one.GetProperty("id").GetGuid(), one.GetProperty("lapsed").GetBoolean())).OrderBy(one => one.Item1 == goal));
        Assert.True((await practitioner.ProposalAsync(person.ServiceUserId, lapsed)).GetProperty("lapsed").GetBoolean());
        await practitioner.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), Stars("needs.income")).RefusesAsync(HttpStatusCode.Conflict, "coproduction.declined-before");
        await own.ReplyToAsync(person.ServiceUserId, lapsed, yes: true).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_what_the_person_made_theirs_is_proposed_to_change()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var (goal, strength) = (await practitioner.GoalAsync(person.ServiceUserId, "Mieux dormir"), Guid.CreateVersion7());
        await practitioner.NameAsync(person.ServiceUserId, strength, Strong.Said("Tu sais attendre")).AnswersAsync(HttpStatusCode.OK);

        foreach (var change in new[] { Stepped(goal, "reached"), Stepped(Guid.CreateVersion7(), "reached"), new { strengths = new { strengthId = strength, retired = true } } })
        {
            await practitioner.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), change).RefusesAsync(HttpStatusCode.Conflict, "coproduction.not-the-persons");
        }

        await own.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), Stars("needs.income")).RefusesAsync(HttpStatusCode.Conflict, "coproduction.theirs-to-do");
        foreach (var unclear in new object[] { new { }, new { stars = new { themes = new[] { "needs.income" } }, strengths = new { strengthId = strength, retired = true } }, new { plan = new { thingId = goal } } })
        {
            await practitioner.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), unclear).AnswersAsync(HttpStatusCode.BadRequest);
        }

        foreach (var wrong in new[] { Stars("a", "b", "c", "d"), Stars("needs.nothing"), Stepped(goal, "declined"), Stepped(goal, "proposed") })
        {
            await practitioner.OfferAsync(person.ServiceUserId, Guid.CreateVersion7(), wrong).AnswersAsync(HttpStatusCode.BadRequest);
        }
    }

    private static Task LetWaitAsync(HttpClient own, Guid person, int? days) =>
        own.PutAsync(Path(person, $"proposal-terms/{Guid.CreateVersion7()}"), new { lapseAfterDays = days, at = TimeProvider.System.GetUtcNow() }).AnswersAsync(HttpStatusCode.OK);
}
