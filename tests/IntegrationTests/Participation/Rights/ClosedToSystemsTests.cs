using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>Whatever way another system loses its place, or a tab, its feed says what to remove.</summary>
[Collection(InstallationTests.Name)]
public sealed class ClosedToSystemsTests(Installation installation)
{
    [Fact]
    public async Task Taken_out_of_the_circle_a_system_is_told_once_to_remove_all_it_has()
    {
        var (person, system, member) = await ArrangeAsync();
        var own = person.Account.Client(installation);

        await own.DeleteAsync($"{At(person)}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent);
        await own.DeleteAsync($"{At(person)}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(["withdrawn "], await ToldAsync(system, person));
    }

    [Fact]
    public async Task A_system_that_leaves_by_itself_is_told_too()
    {
        var (person, system, member) = await ArrangeAsync();

        await system.Client(installation).DeleteAsync($"{At(person)}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(["withdrawn "], await ToldAsync(system, person));
    }

    [Fact]
    public async Task Of_tabs_that_are_closed_to_a_system_it_is_told_by_name_and_of_none_that_stays_open_to_read()
    {
        var (person, system, member) = await ArrangeAsync();
        var own = person.Account.Client(installation);

        await own.PutAsync($"{At(person)}/circle/{member}/sharing", Shared(network: "none", plan: "read", coproduction: "none"), version: 1).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync($"{At(person)}/circle/{member}/sharing", Shared(network: "none", plan: "none", coproduction: "read"), version: 2).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal(["restricted network,coproduction", "restricted plan"], await ToldAsync(system, person));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_person_leaves_the_project_or_goes_to_another_its_systems_are_told(bool moves)
    {
        var (person, system, _) = await ArrangeAsync();
        var own = person.Account.Client(installation);

        await (moves
            ? own.PostAsync($"{At(person)}/moves", new { fromProjectId = person.ProjectId, toProjectId = await installation.ProjectAsync() })
            : own.DeleteAsync($"{At(person)}/projects/{person.ProjectId}")).AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(["withdrawn "], await ToldAsync(system, person));
    }

    [Fact]
    public async Task A_system_that_came_with_two_projects_keeps_what_its_other_place_opens()
    {
        var (person, system, _) = await ArrangeAsync();
        var other = await installation.ProjectAsync();
        await installation.ExecuteAsync($"""
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{system.AccountId}', '{other}', 'integrator', now());
            INSERT INTO participation.enrolment (service_user_id, id, project_id, since) VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{other}', now());
            """);
        var second = await installation.JoinAsync(person, system, Role.Integrator, AccessLevel.Read, other);
        var own = person.Account.Client(installation);
        await own.PutAsync($"{At(person)}/circle/{second}/sharing", Shared(network: "none", plan: "read", coproduction: "none"), version: 1).AnswersAsync(HttpStatusCode.OK);
        Assert.Empty(await ToldAsync(system, person));

        await own.DeleteAsync($"{At(person)}/projects/{person.ProjectId}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(["restricted network,coproduction"], await ToldAsync(system, person));
    }

    [Fact]
    public async Task When_its_role_ends_in_one_project_a_system_is_told()
    {
        var (person, system, _) = await ArrangeAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        var assignment = await installation.OneAsync<Guid>($"SELECT id FROM participation.role_assignment WHERE account_id = '{system.AccountId}'");

        await coordinator.DeleteAsync($"/api/v1/projects/{person.ProjectId}/roles/{assignment}").AnswersAsync(HttpStatusCode.NoContent);

        await installation.ExecuteAsync($"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{system.AccountId}', '{await installation.ProjectAsync()}', 'integrator', now())");
        Assert.Equal(["withdrawn "], await ToldAsync(system, person));
    }

    [Fact]
    public async Task A_system_that_was_put_forward_before_the_person_had_an_account_is_told_of_their_no()
    {
        var (person, system, member) = await ArrangeAsync();
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET confirmed_at = NULL WHERE id = '{member}'");

        await person.Account.Client(installation).PutAsync($"{At(person)}/circle/{member}/confirmation", new { yes = false }).AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(["withdrawn "], await ToldAsync(system, person));
    }

    [Fact]
    public async Task Nobody_but_a_system_has_a_feed()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.Read, null);

        await person.Account.Client(installation).DeleteAsync($"{At(person)}/circle/{relative}").AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(0L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.tombstone WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    private async Task<(Given.Person Person, Given.SignedIn System, Guid Member)> ArrangeAsync()
    {
        var person = await installation.PersonAsync();
        var system = await installation.RoleAsync(Role.Integrator, person.ProjectId);
        return (person, system, await installation.JoinAsync(person, system, Role.Integrator, AccessLevel.Contribute, person.ProjectId));
    }

    /// <summary>Reasons and tabs, in the order of the feed.</summary>
    private async Task<IReadOnlyList<string>> ToldAsync(Given.SignedIn system, Given.Person person) =>
        [.. (await system.Client(installation).JsonAsync("/api/v1/tombstones")).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("serviceUserId").GetGuid() == person.ServiceUserId)
            .Select(one => $"{one.GetProperty("reason").GetString()} {string.Join(',', Tabs(one))}")];

    private static IEnumerable<string?> Tabs(JsonElement told) => told.GetProperty("tabs").EnumerateArray().Select(tab => tab.GetString());

    private static object Shared(string network, string plan, string coproduction) => new { qualityOfLife = "contribute", network, strengths = "read", plan, coproduction };

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}";
}
