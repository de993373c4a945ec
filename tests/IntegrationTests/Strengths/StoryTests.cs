using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.Strengths.Strong;

namespace Barometre.IntegrationTests.Strengths;

/// <summary>The stories of the product that concern strengths.</summary>
[Collection(InstallationTests.Name)]
public sealed class StoryTests(Installation installation)
{
    [Fact]
    public async Task Three_stars_and_strengths()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await installation.StarsAsync(person, "life_project.studies", "needs.income", "life_project.passions");

        // In a meeting, on the practitioner's device, they take the stars one by one and put strengths beside them.
        (string Words, string Domain, string Kind, string? Theme)[] together =
        [
            ("J’ai déjà réussi la moitié du cours", "work_learning", "lived_knowledge", "life_project.studies"),
            ("Le prof de chimie répond à mes courriels", "work_learning", "person", "life_project.studies"),
            ("Je dessine des loups", "leisure", "interest", "life_project.passions"),
        ];
        foreach (var (words, domain, kind, theme) in together)
        {
            await (await practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said(words, kind, domain, theme: theme), setting: "joint", perspective: "service_user"))
                .BodyAsync(HttpStatusCode.OK);
        }

        var own = person.Account.Client(installation);
        var board = await own.StrengthsAsync(person.ServiceUserId);
        Assert.Equal(3, board.GetProperty("strengths").GetArrayLength());
        Assert.All(board.GetProperty("strengths").EnumerateArray(), one => Assert.Equal(("kept", "joint"), (one.GetProperty("standing").GetString(), one.GetProperty("named").GetProperty("setting").GetString())));
        var halfway = board.GetProperty("strengths")[0].GetProperty("id").GetGuid();
        var goal = await practitioner.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true, setting: "joint", themes: ["life_project.studies"]);
        await practitioner.ActionAsync(person.ServiceUserId, goal, "Écrire au prof", setting: "joint", strength: halfway);
        var measures = await own.StrengthsAsync(person.ServiceUserId, "/measures");
        Assert.Equal((halfway, 1), (measures.GetProperty("used")[0].GetProperty("strengthId").GetGuid(), measures.GetProperty("used")[0].GetProperty("openActions").GetInt32()));
        Assert.Equal(2, measures.GetProperty("waiting").GetArrayLength());
        Assert.Equal(["needs.income"], (await own.StrengthsAsync(person.ServiceUserId, "/measures")).GetProperty("starsWithoutStrength").EnumerateArray().Select(star => star.GetString()));
    }
}
