using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>A story of the product, from the rating to the plan: what matters to the person is not what was proposed to them.</summary>
[Collection(InstallationTests.Name)]
public sealed class NotMyMedicationTests(Installation installation)
{
    private const string Medication = "health.medication";

    [Fact]
    public async Task The_plan_holds_the_persons_three_goals_and_the_refused_one_holds_nobody_and_is_not_raised_again_silently()
    {
        var person = await installation.PersonAsync();
        var (id, own) = (person.ServiceUserId, person.Account.Client(installation));
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (practitioner, relative) = (account.Client(installation), (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation));

        // The person says that they hardly understand their medication; the practitioner would make a goal of it, and carry the first action.
        await own.OpenAsync(id, Guid.CreateVersion7(), [Rated.Answer(Medication, 15)], complete: true).AnswersAsync(HttpStatusCode.Created);
        var proposed = await practitioner.GoalAsync(id, "Mieux comprendre ma médication", themes: [Medication]);
        var action = await practitioner.ActionAsync(id, proposed, "Voir la pharmacie ensemble", Planned.Member("practitioner", member));
        Assert.Equal([("goal", proposed), ("action", action)], (await own.WaitingAsync(id)).Select(one => (one.Text("kind"), one.GetProperty("id").GetGuid())));
        await practitioner.StepAsync(id, proposed, "adopted").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.only-the-person");

        // They say no, and write what they want instead.
        await own.StepAsync(id, proposed, "declined", words: "Ce n’est pas ce que je veux maintenant").AnswersAsync(HttpStatusCode.OK);
        string[] wanted = ["Finir mon cours de chimie", "Demander mes prestations", "Nourrir le loup blanc en moi"];
        foreach (var words in wanted)
        {
            await own.GoalAsync(id, words, adopted: true, minutes: 20);
        }

        // Nobody is held to anything for the one they refused.
        await practitioner.ActAsync(id, proposed, Guid.CreateVersion7(), "Encore").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-declined");
        var plan = await practitioner.PlanAsync(id);
        Assert.Equal(wanted, plan.GetProperty("goals").EnumerateArray().Where(goal => goal.GetProperty("holds").GetBoolean()).Select(goal => goal.Text("words")));
        Assert.False(plan.Action(action).GetProperty("holds").GetBoolean());

        // Nor is it raised again: by anybody, in the same words in another dress, as a new goal or as other words of one that waits.
        foreach (var other in new[] { practitioner, relative })
        {
            await other.PutAsync(Planned.Path(id, $"goals/{Guid.CreateVersion7()}"), Planned.Goal(" mieux comprendre MA medication.")).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.declined-before");
        }

        var another = await practitioner.GoalAsync(id, "Marcher tous les jours");
        await practitioner.PutAsync(
            Planned.Path(id, $"goals/{another}/wordings/{Guid.CreateVersion7()}"), new { goal = new { words = "Mieux comprendre ma médication", themes = Array.Empty<string>() }, at = Planned.Now })
            .RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.declined-before");
        await practitioner.OfferAsync(id, Guid.CreateVersion7(), Stepped(proposed, "under_way")).RefusesAsync(HttpStatusCode.Conflict, "coproduction.not-the-persons");

        // It remains theirs to take up, on the day they want it; the rating stands as they gave it.
        Assert.Equal(15, (await Rated.ReadAsync(practitioner, id, "picture")).Shown(Medication));
        await own.StepAsync(id, proposed, "adopted", minutes: 1).AnswersAsync(HttpStatusCode.OK);
        Assert.True((await own.PlanAsync(id)).Goal(proposed).GetProperty("holds").GetBoolean());
    }
}
