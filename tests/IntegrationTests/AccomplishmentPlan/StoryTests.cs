using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

/// <summary>The stories of the product that concern the plan.</summary>
[Collection(InstallationTests.Name)]
public sealed class StoryTests(Installation installation)
{
    [Fact]
    public async Task Not_my_medication()
    {
        var person = await installation.PersonAsync();
        var practitionerAccount = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitionerAccount, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (own, practitioner) = (person.Account.Client(installation), practitionerAccount.Client(installation));

        // The practitioner proposes a goal, and an action that they would carry themself.
        var proposed = await practitioner.GoalAsync(person.ServiceUserId, "Mieux comprendre ma médication");
        var action = await practitioner.ActionAsync(person.ServiceUserId, proposed, "Revoir la liste avec la pharmacie", Member("practitioner", member));
        await own.StepAsync(person.ServiceUserId, proposed, "declined", words: "Ce n’est pas ce que je veux maintenant").AnswersAsync(HttpStatusCode.OK);
        string[] words = ["Finir mon cours de chimie", "Demander mes prestations", "Nourrir le loup blanc en moi"];
        foreach (var goal in words)
        {
            await own.GoalAsync(person.ServiceUserId, goal, adopted: true, minutes: 20);
        }

        // The refused one holds nobody: not the practitioner who offered, not anybody who tries.
        await own.StepActionAsync(person.ServiceUserId, action, "to_do").AnswersAsync(HttpStatusCode.OK);
        await practitioner.StepActionAsync(person.ServiceUserId, action, "done").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-declined");
        await own.AskAsync(person.ServiceUserId, action, Person()).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-declined");
        await practitioner.StepAsync(person.ServiceUserId, proposed, "adopted", minutes: 1).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.only-the-person");
        await practitioner.ActAsync(person.ServiceUserId, proposed, Guid.CreateVersion7(), "Encore").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-declined");

        var plan = await practitioner.PlanAsync(person.ServiceUserId);
        Assert.Equal(words, plan.GetProperty("goals").EnumerateArray().Where(goal => goal.GetProperty("holds").GetBoolean()).Select(goal => goal.Text("words")));
        Assert.Equal(("declined", false), (plan.Goal(proposed).Text("state"), plan.Action(action).GetProperty("holds").GetBoolean()));
        Assert.Equal("Ce n’est pas ce que je veux maintenant", (await own.PlanAsync(person.ServiceUserId, $"goals/{proposed}/path")).GetProperty("steps")[1].Text("words"));
        var carriers = await own.PlanAsync(person.ServiceUserId, "carriers");
        Assert.Equal((0, 0), (carriers.GetProperty("carried").GetInt32(), carriers.GetProperty("waiting").GetInt32()));
        Assert.Empty((await own.PlanAsync(person.ServiceUserId, "due")).GetProperty("undated").EnumerateArray());
    }

    [Fact]
    public async Task Three_stars_and_strengths()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var own = person.Account.Client(installation);
        string[] stars = ["life_project.studies", "needs.income", "life_project.passions"];
        await installation.StarsAsync(person, stars);
        var (drawing, teacher) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await own.NameAsync(person.ServiceUserId, drawing, Strong.Said("Je dessine des loups", "interest"))).BodyAsync(HttpStatusCode.OK);
        await (await own.NameAsync(person.ServiceUserId, teacher, Strong.Said("Le prof répond à mes courriels", "person", "work_learning"))).BodyAsync(HttpStatusCode.OK);

        // On one screen, on the practitioner's device: goals out of the stars and the strengths, and who does what.
        var studies = await practitioner.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true, setting: "joint", themes: [stars[0]], strengths: [teacher]);
        var passions = await practitioner.GoalAsync(person.ServiceUserId, "Exposer un dessin", adopted: true, setting: "joint", themes: [stars[2]], strengths: [drawing]);
        var writing = await practitioner.ActionAsync(person.ServiceUserId, studies, "Écrire au prof", Person(), "joint", strength: teacher);
        await practitioner.ActionAsync(person.ServiceUserId, passions, "Finir le grand loup", Person(), "joint", strength: drawing);

        var plan = await own.PlanAsync(person.ServiceUserId);
        Assert.All([studies, passions], goal => Assert.Equal(("adopted", "joint", "there"), (
            plan.Goal(goal).Text("state"), plan.Goal(goal).GetProperty("writtenBy").Text("setting"), plan.Goal(goal).GetProperty("strengths")[0].Text("state"))));
        Assert.Equal(("accepted", "there"), (plan.Action(writing).GetProperty("carrier").Text("carrying"), plan.Action(writing).GetProperty("strength").Text("state")));

        // A strength set aside says so and breaks nothing.
        await (await own.RetireAsync(person.ServiceUserId, teacher)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("gone", (await own.PlanAsync(person.ServiceUserId)).Action(writing).GetProperty("strength").Text("state"));
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{studies}/wordings/{Guid.CreateVersion7()}"), Reworded("Réussir mon cours de chimie", [teacher])).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{passions}/wordings/{Guid.CreateVersion7()}"), Reworded("Exposer", [drawing, teacher])).AnswersAsync(HttpStatusCode.BadRequest);
    }

    private static object Reworded(string words, Guid[] strengths) => new { goal = new { words, themes = Array.Empty<string>(), strengths }, at = Now };
}
