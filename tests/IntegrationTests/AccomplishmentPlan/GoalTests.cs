using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

[Collection(InstallationTests.Name)]
public sealed class GoalTests(Installation installation)
{
    [Fact]
    public async Task A_goal_lies_sealed_in_the_database_and_is_written_once()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (id, body) = (Guid.CreateVersion7(), Goal("Secretum", adopted: true, why: "Quia secretum"));

        await (await client.PutAsync(Path(person.ServiceUserId, $"goals/{id}"), body)).BodyAsync(HttpStatusCode.OK);
        var again = await (await client.PutAsync(Path(person.ServiceUserId, $"goals/{id}"), body)).BodyAsync(HttpStatusCode.OK);
        await client.PutAsync(Path(person.ServiceUserId, $"goals/{id}"), Goal("Aliud", adopted: true)).RefusesAsync(HttpStatusCode.Conflict, "fact.id-reused");

        Assert.Equal("adopted", again.GetProperty("state").GetString());
        Assert.Equal(1L, await installation.OneAsync<long>($"SELECT count(*) FROM accomplishment_plan.goal_wording WHERE service_user_id = '{person.ServiceUserId}'"));
        Assert.Equal(0L, await installation.OneAsync<long>(
            $"SELECT count(*) FROM accomplishment_plan.goal_wording WHERE service_user_id = '{person.ServiceUserId}' AND (position('ecretum'::bytea in words_sealed) > 0 OR position('ecretum'::bytea in why_sealed) > 0)"));
    }

    [Fact]
    public async Task Somebody_else_alone_can_only_propose_and_together_it_is_noted_who_was_there()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var client = practitioner.Client(installation);
        var goal = await client.GoalAsync(person.ServiceUserId, "Marcher tous les jours");

        await client.StepAsync(person.ServiceUserId, goal, "adopted").RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.only-the-person");
        await client.PutAsync(Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("À sa place", adopted: true))
            .RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.only-the-person");
        var together = await (await client.StepAsync(person.ServiceUserId, goal, "adopted", "joint")).BodyAsync(HttpStatusCode.OK);

        Assert.Equal("adopted", together.GetProperty("state").GetString());
        Assert.Equal(member, await installation.OneAsync<Guid>(
            $"SELECT present_member_id FROM accomplishment_plan.goal_step WHERE service_user_id = '{person.ServiceUserId}' AND setting = 'joint' AND perspective = 'practitioner'"));
    }

    [Fact]
    public async Task A_step_sent_again_has_one_effect_and_one_that_was_overtaken_changes_nothing()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        var (goal, step) = (await client.GoalAsync(person.ServiceUserId, "Adopter un chat"), Guid.CreateVersion7());

        await (await client.StepAsync(person.ServiceUserId, goal, "declined", minutes: 10, step: step)).BodyAsync(HttpStatusCode.OK);
        await (await client.StepAsync(person.ServiceUserId, goal, "declined", minutes: 10, step: step)).BodyAsync(HttpStatusCode.OK);
        await client.StepAsync(person.ServiceUserId, goal, "adopted", minutes: 20).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.overtaken");
        await client.StepAsync(person.ServiceUserId, goal, "reached", minutes: 5).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.goal-cannot-become");

        Assert.Equal("declined 2", await installation.OneAsync<string>($"""
            SELECT state || ' ' || (SELECT count(*) FROM accomplishment_plan.goal_step s WHERE s.service_user_id = g.service_user_id)
              FROM accomplishment_plan.goal g WHERE service_user_id = '{person.ServiceUserId}'
            """));
    }

    [Fact]
    public async Task Whoever_was_there_was_of_the_circle_then_however_late_it_is_sent()
    {
        var person = await installation.PersonAsync();
        var there = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.None, null);
        var elsewhere = await installation.JoinAsync(await installation.PersonAsync(), await installation.AccountAsync(), Role.Relative, AccessLevel.Contribute, null);
        var own = person.Account.Client(installation);
        var (before, goal) = (Guid.CreateVersion7(), Goal("Ensemble", minutes: 30, adopted: true, setting: "joint", present: there));
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{before}"), goal).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET state = 'ended', until = now() - interval '20 minutes' WHERE id = '{there}'");

        await own.PutAsync(Path(person.ServiceUserId, $"goals/{before}"), goal).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("Encore là", minutes: 25, setting: "joint", present: there)).AnswersAsync(HttpStatusCode.OK);
        foreach (var (nobody, minutes) in new[] { (there, 10), (elsewhere, 30), (Guid.CreateVersion7(), 30) })
        {
            var refused = await (await own.PutAsync(Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("Sans", minutes: minutes, setting: "joint", present: nobody)))
                .BodyAsync(HttpStatusCode.BadRequest);
            var fault = Assert.Single(refused.GetProperty("errors").EnumerateArray());
            Assert.Equal(("/presentMemberId", "participation.not-in-the-circle"), (fault.GetProperty("pointer").GetString(), fault.Code()));
        }
    }

    [Fact]
    public async Task A_theme_that_is_not_there_or_not_seen_cannot_be_linked()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET quality_of_life = 'none' WHERE service_user_id = '{person.ServiceUserId}'");

        var unknown = await (await person.Account.Client(installation).PutAsync(
            Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("Voler", themes: ["needs.housing", "needs.castle"]))).BodyAsync(HttpStatusCode.BadRequest);
        await (await relative.Client(installation).PutAsync(
            Path(person.ServiceUserId, $"goals/{Guid.CreateVersion7()}"), Goal("Voler", themes: ["needs.housing"]))).BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal("/goal/themes/1", Assert.Single(unknown.GetProperty("errors").EnumerateArray()).GetProperty("pointer").GetString());
    }
}
