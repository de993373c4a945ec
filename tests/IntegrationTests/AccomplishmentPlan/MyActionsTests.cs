using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Npgsql;
using static Barometre.IntegrationTests.AccomplishmentPlan.Planned;

namespace Barometre.IntegrationTests.AccomplishmentPlan;

/// <summary>What somebody carries across people, at both walls.</summary>
[Collection(InstallationTests.Name)]
public sealed class MyActionsTests(Installation installation)
{
    [Fact]
    public async Task What_somebody_carries_is_listed_across_people_and_each_look_is_in_the_register()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var client = practitioner.Client(installation);
        List<(Given.Person Person, Guid Action)> carried = [];
        foreach (var words in (string[])["Premier", "Deuxième"])
        {
            carried.Add(await CarriedAsync(project, practitioner, words));
        }

        var other = (await CarriedAsync(project, await installation.RoleAsync(Role.Practitioner, project), "D’un autre")).Person;

        var mine = await client.JsonAsync("/api/v1/my-actions");

        Assert.Equal(carried.Select(one => one.Action).Order(), mine.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("actionId").GetGuid()).Order());
        Assert.Equal(["Deuxième", "Premier"], mine.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("shown").GetProperty("action").Text("what")).Order());
        var looks = await Task.WhenAll(new[] { carried[0].Person, carried[1].Person, other }.Select(person => installation.OneAsync<long>(
            $"SELECT count(*) FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{practitioner.AccountId}' AND use_case = 'GetCarriedActions'")));
        Assert.Equal([1L, 1L, 0L], looks);
    }

    [Fact]
    public async Task With_the_plan_closed_they_see_what_they_were_asked_and_nothing_else_and_can_give_it_back()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var client = practitioner.Client(installation);
        var (person, action) = await CarriedAsync(project, practitioner, "Accompagner");
        var own = person.Account.Client(installation);
        await own.ActionAsync(person.ServiceUserId, await own.GoalAsync(person.ServiceUserId, "Secretum", adopted: true), "Secretum", Person());
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET plan = 'none' WHERE service_user_id = '{person.ServiceUserId}'");

        var mine = await client.JsonAsync("/api/v1/my-actions");
        await client.GetAsync(Path(person.ServiceUserId, "carried-by-me")).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await client.GiveBackAsync(person.ServiceUserId, action).AnswersAsync(HttpStatusCode.OK);
        var after = await client.JsonAsync("/api/v1/my-actions");

        var closed = Assert.Single(mine.GetProperty("items").EnumerateArray());
        Assert.Equal((true, action, "Accompagner"), (closed.GetProperty("closed").GetBoolean(), closed.GetProperty("actionId").GetGuid(), closed.GetProperty("asked").Text("what")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, closed.GetProperty("shown").ValueKind);
        Assert.DoesNotContain("Secretum", mine.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Un objectif", mine.ToString(), StringComparison.Ordinal);
        Assert.Empty(after.GetProperty("items").EnumerateArray());
        var shownToPerson = (await own.PlanAsync(person.ServiceUserId)).Action(action);
        Assert.Equal(("given_back", false), (shownToPerson.GetProperty("carrier").Text("carrying"), shownToPerson.GetProperty("holds").GetBoolean()));
        Assert.Equal(1L, await installation.OneAsync<long>(
            $"SELECT count(*) FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{practitioner.AccountId}' AND use_case = 'GetActionsAsked'"));
    }

    [Theory]
    [InlineData(true, "accepted")]
    [InlineData(false, "declined")]
    public async Task Somebody_asked_says_yes_or_no_though_the_plan_is_closed_to_them(bool accepted, string carrying)
    {
        var person = await installation.PersonAsync();
        var relative = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.None, null);
        var (own, client) = (person.Account.Client(installation), relative.Client(installation));
        var goal = await own.GoalAsync(person.ServiceUserId, "Secretum", adopted: true);
        var (asked, others) = (await own.ActionAsync(person.ServiceUserId, goal, "M’emmener", Member("relative", member)), await own.ActionAsync(person.ServiceUserId, goal, "Secretum"));

        var mine = await client.JsonAsync("/api/v1/my-actions");
        await client.AnswerAsync(person.ServiceUserId, others, accepted).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await client.AnswerAsync(person.ServiceUserId, asked, accepted).AnswersAsync(HttpStatusCode.OK);
        await client.StepActionAsync(person.ServiceUserId, asked, "under_way").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");

        var told = Assert.Single(mine.GetProperty("items").EnumerateArray());
        Assert.Equal(("asked", "M’emmener"), (told.Text("carrying"), told.GetProperty("asked").Text("what")));
        Assert.DoesNotContain("Secretum", mine.ToString(), StringComparison.Ordinal);
        Assert.Equal(carrying, (await own.PlanAsync(person.ServiceUserId)).Action(asked).GetProperty("carrier").Text("carrying"));
        // Who said yes goes on reading what they carry, and nothing else of the plan.
        var after = await client.JsonAsync("/api/v1/my-actions");
        Assert.Equal(accepted ? 1 : 0, after.GetProperty("items").GetArrayLength());
        Assert.Equal(accepted, after.ToString().Contains("M’emmener", StringComparison.Ordinal));
        Assert.DoesNotContain("Secretum", after.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_back_what_another_carries_nor_learns_that_it_is_there()
    {
        var project = await installation.ProjectAsync();
        var (person, action) = await CarriedAsync(project, await installation.RoleAsync(Role.Practitioner, project), "Au suivant");
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.None)).Client(installation);

        await relative.GiveBackAsync(person.ServiceUserId, action).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        await relative.GiveBackAsync(person.ServiceUserId, Guid.CreateVersion7()).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
    }

    [Fact]
    public async Task Someone_leaves()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var (person, action) = await CarriedAsync(project, practitioner, "Accompagner");
        var own = person.Account.Client(installation);
        var member = await installation.OneAsync<Guid>($"SELECT id FROM participation.circle_member WHERE service_user_id = '{person.ServiceUserId}' AND account_id = '{practitioner.AccountId}'");

        await own.DeleteAsync($"/api/v1/service-users/{person.ServiceUserId}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Empty((await practitioner.Client(installation).JsonAsync("/api/v1/my-actions")).GetProperty("items").EnumerateArray());
        await practitioner.Client(installation).GiveBackAsync(person.ServiceUserId, action).RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
        var shown = (await own.PlanAsync(person.ServiceUserId)).Action(action);
        Assert.Equal((true, false), (shown.GetProperty("carrier").GetProperty("left").GetBoolean(), shown.GetProperty("holds").GetBoolean()));
        var carriers = await own.PlanAsync(person.ServiceUserId, "carriers");
        Assert.Equal((0, 1), (carriers.GetProperty("carried").GetInt32(), carriers.GetProperty("waiting").GetInt32()));
        await own.AskAsync(person.ServiceUserId, action, Person()).AnswersAsync(HttpStatusCode.OK);
        Assert.True((await own.PlanAsync(person.ServiceUserId)).Action(action).GetProperty("holds").GetBoolean());
    }

    [Fact]
    public async Task At_the_database_an_account_sees_that_it_carries_something_and_nothing_else_of_any_plan()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var (_, action) = await CarriedAsync(project, practitioner, "Secretum");
        await CarriedAsync(project, await installation.RoleAsync(Role.Practitioner, project), "Aliud");
        await using var databases = installation.Databases();
        await using var connection = await databases.App.OpenConnectionAsync();
        await using (var announce = new NpgsqlCommand($"SELECT set_config('barometre.account', '{practitioner.AccountId}', false)", connection))
        {
            await announce.ExecuteNonQueryAsync();
        }

        async Task<string> SeenAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (string)(await command.ExecuteScalarAsync())!;
        }

        Assert.Equal($"{action}", await SeenAsync("SELECT coalesce(string_agg(action_id::text, ' '), '') FROM accomplishment_plan.carried_action"));
        foreach (var table in (string[])["goal", "goal_wording", "action", "action_wording", "carrying_fact", "follow_up"])
        {
            Assert.Equal("0", await SeenAsync($"SELECT count(*)::text FROM accomplishment_plan.{table}"));
        }

        await Assert.ThrowsAsync<PostgresException>(() => SeenAsync("WITH gone AS (DELETE FROM accomplishment_plan.carried_action RETURNING 1) SELECT count(*)::text FROM gone"));
        Assert.Equal("0", await SeenAsync("WITH taken AS (UPDATE accomplishment_plan.carried_action SET since = now() RETURNING 1) SELECT count(*)::text FROM taken"));
    }

    private async Task<(Given.Person Person, Guid Action)> CarriedAsync(Guid project, Given.SignedIn practitioner, string what)
    {
        var person = await installation.PersonAsync(project);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, project);
        var own = person.Account.Client(installation);
        var goal = await own.GoalAsync(person.ServiceUserId, "Un objectif", adopted: true);
        var action = await own.ActionAsync(person.ServiceUserId, goal, what, Member("practitioner", member));
        await practitioner.Client(installation).AnswerAsync(person.ServiceUserId, action, accepted: true).AnswersAsync(HttpStatusCode.OK);
        return (person, action);
    }
}
