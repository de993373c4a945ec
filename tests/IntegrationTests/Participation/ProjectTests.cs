using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class ProjectTests(Installation installation)
{
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _project = Guid.CreateVersion7();

    [Fact]
    public async Task An_administrator_sets_up_an_organisation_and_a_project()
    {
        var administrator = await AdministratorAsync();

        await administrator.PutAsync(Organisation, Described("Organisme inventé", "france")).AnswersAsync(HttpStatusCode.OK);
        await administrator.PutAsync(Project, Body()).AnswersAsync(HttpStatusCode.OK);

        var project = await administrator.JsonAsync(Project);
        Assert.Equal(24, project.GetProperty("description").GetProperty("retentionMonths").GetInt32());
        Assert.Equal(1, project.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_edit_names_the_version_it_read_and_the_same_words_sent_again_change_nothing()
    {
        var administrator = await AdministratorAsync();
        await administrator.PutAsync(Organisation, Described("Organisme inventé", "quebec")).AnswersAsync(HttpStatusCode.OK);

        await administrator.PutAsync(Organisation, Described("Organisme inventé", "quebec")).AnswersAsync(HttpStatusCode.OK);
        await administrator.PutAsync(Organisation, Described("Autre nom", "quebec")).AnswersAsync((HttpStatusCode)428);
        await administrator.PutAsync(Organisation, Described("Autre nom", "quebec"), version: 1).AnswersAsync(HttpStatusCode.OK);
        await administrator.PutAsync(Organisation, Described("Trop tard", "quebec"), version: 1).AnswersAsync(HttpStatusCode.PreconditionFailed);

        var organisation = await administrator.JsonAsync(Organisation);
        Assert.Equal(("Autre nom", 2), (organisation.GetProperty("name").GetString(), organisation.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task An_organisation_says_whom_people_reach_about_what_is_noted_of_them()
    {
        var administrator = await AdministratorAsync();

        await administrator.PutAsync(Organisation, new { name = "Organisme inventé", country = "quebec" }).AnswersAsync(HttpStatusCode.BadRequest);
        await administrator.PutAsync(Organisation, new { name = "Organisme inventé", country = "quebec", contact = new { responsible = "Personne inventée", reach = " " } }).AnswersAsync(HttpStatusCode.BadRequest);
        await administrator.PutAsync(Organisation, Described("Organisme inventé", "quebec")).AnswersAsync(HttpStatusCode.OK);

        var contact = (await administrator.JsonAsync(Organisation)).GetProperty("contact");
        Assert.Equal(("Personne inventée", "vie-privee@invente.invalid"), (contact.GetProperty("responsible").GetString(), contact.GetProperty("reach").GetString()));
    }

    [Fact]
    public async Task A_project_of_an_organisation_that_is_not_there_is_refused()
    {
        var administrator = await AdministratorAsync();

        await administrator.PutAsync(Project, Body()).RefusesAsync(HttpStatusCode.Conflict, "participation.organisation-unknown");
    }

    [Fact]
    public async Task Only_an_administrator_sets_up_and_a_stranger_does_not_learn_of_a_project()
    {
        var project = await installation.ProjectAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        var stranger = (await installation.RoleAsync(Role.Practitioner, await installation.ProjectAsync())).Client(installation);

        await coordinator.PutAsync(Organisation, Described("Organisme inventé", "quebec")).AnswersAsync(HttpStatusCode.Forbidden);
        await coordinator.GetAsync($"/api/v1/projects/{project}").AnswersAsync(HttpStatusCode.OK);
        await stranger.GetAsync($"/api/v1/projects/{project}").AnswersAsync(HttpStatusCode.NotFound);
        await stranger.GetAsync($"/api/v1/projects/{Guid.CreateVersion7()}").AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_coordinator_gives_and_ends_roles_in_their_own_project_only()
    {
        var (mine, other) = (await installation.ProjectAsync(), await installation.ProjectAsync());
        var coordinator = (await installation.RoleAsync(Role.Coordinator, mine)).Client(installation);
        var somebody = await installation.AccountAsync();
        var assignment = Guid.CreateVersion7();
        var body = new { accountId = somebody.AccountId, role = "practitioner" };

        await coordinator.PutAsync($"/api/v1/projects/{mine}/roles/{assignment}", body).AnswersAsync(HttpStatusCode.OK);
        await coordinator.PutAsync($"/api/v1/projects/{mine}/roles/{assignment}", body).AnswersAsync(HttpStatusCode.OK);
        await coordinator.PutAsync($"/api/v1/projects/{mine}/roles/{Guid.CreateVersion7()}", body).AnswersAsync(HttpStatusCode.OK);
        await coordinator.PutAsync($"/api/v1/projects/{other}/roles/{Guid.CreateVersion7()}", body).AnswersAsync(HttpStatusCode.NotFound);
        await coordinator.PutAsync($"/api/v1/projects/{mine}/roles/{Guid.CreateVersion7()}", new { accountId = somebody.AccountId, role = "administrator" })
            .RefusesAsync(HttpStatusCode.Conflict, "participation.role-not-given");
        await coordinator.PutAsync($"/api/v1/projects/{mine}/roles/{Guid.CreateVersion7()}", new { accountId = Guid.CreateVersion7(), role = "practitioner" })
            .RefusesAsync(HttpStatusCode.Conflict, "participation.account-unknown");

        var roles = await coordinator.JsonAsync($"/api/v1/projects/{mine}/roles");
        Assert.Equal(2, roles.GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await somebody.Client(installation).JsonAsync("/api/v1/account/standing")).GetProperty("roles").GetArrayLength());

        await coordinator.DeleteAsync($"/api/v1/projects/{other}/roles/{assignment}").AnswersAsync(HttpStatusCode.NotFound);
        await coordinator.DeleteAsync($"/api/v1/projects/{mine}/roles/{assignment}").AnswersAsync(HttpStatusCode.NoContent);
        await coordinator.DeleteAsync($"/api/v1/projects/{mine}/roles/{assignment}").AnswersAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, (await somebody.Client(installation).JsonAsync("/api/v1/account/standing")).GetProperty("roles").GetArrayLength());
    }

    [Fact]
    public async Task Each_lists_the_projects_in_which_they_hold_a_role()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);

        var mine = await practitioner.JsonAsync("/api/v1/projects");
        var all = await (await AdministratorAsync()).JsonAsync("/api/v1/projects?limit=1");

        Assert.Equal(project, Assert.Single(mine.GetProperty("items").EnumerateArray()).GetProperty("projectId").GetGuid());
        Assert.NotNull(all.GetProperty("next").GetString());
        await practitioner.GetAsync("/api/v1/projects?cursor=nothing-of-ours").AnswersAsync(HttpStatusCode.BadRequest);
        await practitioner.GetAsync("/api/v1/projects?limit=101").AnswersAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_project_in_France_says_for_how_long_records_are_kept_and_one_in_Quebec_may_leave_it_open()
    {
        var administrator = await AdministratorAsync();
        await administrator.PutAsync(Organisation, Described("Organisme inventé", "france")).AnswersAsync(HttpStatusCode.OK);

        var refused = await (await administrator.PutAsync(Project, WithoutMonths("france"))).JsonAsync();

        Assert.Equal("participation.months-in-france", refused.GetProperty("errors")[0].GetProperty("code").GetString());
        await administrator.PutAsync(Project, WithoutMonths("quebec")).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Administrators_end_one_another_but_one_always_stays()
    {
        await installation.ExecuteAsync("UPDATE participation.role_assignment SET until = now() WHERE role = 'administrator'");
        var first = await AdministratorAsync();
        var second = await installation.AccountAsync(strong: true);
        var (mine, theirs) = (await AssignmentAsync(first), Guid.CreateVersion7());
        await first.PutAsync($"/api/v1/administrators/{theirs}", new { accountId = second.AccountId }).AnswersAsync(HttpStatusCode.OK);

        // Each ends the other's at once: whoever comes second is the last one, or no administrator any more.
        var answers = await Task.WhenAll(
            first.DeleteAsync($"/api/v1/administrators/{theirs}"), second.Client(installation).DeleteAsync($"/api/v1/administrators/{mine}"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(1L, await installation.OneAsync<long>("SELECT count(*) FROM participation.role_assignment WHERE role = 'administrator' AND until IS NULL"));
        var (left, own) = answers[0].StatusCode == HttpStatusCode.NoContent ? (first, mine) : (second.Client(installation), theirs);
        await left.DeleteAsync($"/api/v1/administrators/{own}").RefusesAsync(HttpStatusCode.Conflict, "participation.last-administrator");
    }

    private string Organisation => $"/api/v1/organisations/{_organisation}";

    private string Project => $"/api/v1/projects/{_project}";

    private static object Described(string name, string country) => new { name, country, contact = new { responsible = "Personne inventée", reach = "vie-privee@invente.invalid" } };

    private object Body() => new
    {
        organisationId = _organisation, name = "Projet inventé", site = "Ailleurs", country = "france", dataRegion = "fr", languages = new[] { "fr" }, demonstration = false, retentionMonths = 24,
    };

    private object WithoutMonths(string country) => new
    {
        organisationId = _organisation, name = "Projet inventé", site = "Ailleurs", country, dataRegion = "fr", languages = new[] { "fr" }, demonstration = false,
    };

    private async Task<HttpClient> AdministratorAsync() => (await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation);

    private static async Task<Guid> AssignmentAsync(HttpClient client) =>
        (await client.JsonAsync("/api/v1/account/standing")).GetProperty("roles")[0].GetProperty("assignmentId").GetGuid();
}
