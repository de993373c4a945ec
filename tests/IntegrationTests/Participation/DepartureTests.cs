using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class DepartureTests(Installation installation)
{
    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Administrator)]
    public async Task A_practitioner_whose_role_ended_sees_nothing_any_more_and_the_person_sees_it_in_their_history(Role ends)
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var (client, ender) = (practitioner.Client(installation), await EnderAsync(ends, project));
        var person = await client.OpenedAsync(project);
        var other = await client.OpenedAsync(project);
        var own = (await installation.ClaimedAsync(client, person)).Client(installation);
        await client.GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.OK);

        await ender.DeleteAsync($"/api/v1/projects/{project}/roles/{await AssignmentAsync(practitioner)}").AnswersAsync(HttpStatusCode.NoContent);

        await client.GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.NotFound);
        await client.GetAsync($"/api/v1/service-users/{other}").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Empty((await client.JsonAsync("/api/v1/service-users")).GetProperty("items").EnumerateArray());
        Assert.Empty((await own.JsonAsync($"/api/v1/service-users/{person}/circle")).EnumerateArray());
        Assert.Equal("role_ended", (await own.JsonAsync($"/api/v1/service-users/{person}/circle/history")).GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal(2L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.circle_member WHERE account_id = '{practitioner.AccountId}' AND state = 'ended' AND until IS NOT NULL"));
    }

    [Fact]
    public async Task What_came_from_another_project_stays()
    {
        var (first, second) = (await installation.ProjectAsync(), await installation.ProjectAsync());
        var practitioner = await installation.RoleAsync(Role.Practitioner, first);
        await installation.ExecuteAsync($"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{practitioner.AccountId}', '{second}', 'practitioner', now())");
        var client = practitioner.Client(installation);
        var (left, kept) = (await client.OpenedAsync(first), await client.OpenedAsync(second));

        await (await EnderAsync(Role.Coordinator, first)).DeleteAsync($"/api/v1/projects/{first}/roles/{await AssignmentAsync(practitioner, first)}").AnswersAsync(HttpStatusCode.NoContent);

        await client.GetAsync($"/api/v1/service-users/{left}").AnswersAsync(HttpStatusCode.NotFound);
        await client.GetAsync($"/api/v1/service-users/{kept}").AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_given_back_does_not_bring_back_the_places_it_had()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var coordinator = await EnderAsync(Role.Coordinator, project);
        var person = await practitioner.Client(installation).OpenedAsync(project);
        await coordinator.DeleteAsync($"/api/v1/projects/{project}/roles/{await AssignmentAsync(practitioner)}").AnswersAsync(HttpStatusCode.NoContent);

        await coordinator.PutAsync($"/api/v1/projects/{project}/roles/{Guid.CreateVersion7()}", new { accountId = practitioner.AccountId, role = "practitioner" }).AnswersAsync(HttpStatusCode.OK);

        await practitioner.Client(installation).GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_departure_amid_requests_leaves_none_answered_after_it()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var (client, coordinator) = (practitioner.Client(installation), await EnderAsync(Role.Coordinator, project));
        var person = await client.OpenedAsync(project);
        var assignment = await AssignmentAsync(practitioner);

        var reads = Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.GetAsync($"/api/v1/service-users/{person}")));
        await coordinator.DeleteAsync($"/api/v1/projects/{project}/roles/{assignment}").AnswersAsync(HttpStatusCode.NoContent);
        var after = await client.GetAsync($"/api/v1/service-users/{person}");

        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.All(await reads, read => Assert.True(read.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound));
    }

    private async Task<HttpClient> EnderAsync(Role role, Guid project) =>
        (role == Role.Administrator ? await installation.RoleAsync(role, null, strong: true) : await installation.RoleAsync(role, project)).Client(installation);

    private Task<Guid> AssignmentAsync(Given.SignedIn account, Guid? project = null) => installation.OneAsync<Guid>(
        $"SELECT id FROM participation.role_assignment WHERE account_id = '{account.AccountId}' AND until IS NULL" + (project is null ? "" : $" AND project_id = '{project}'"));
}
