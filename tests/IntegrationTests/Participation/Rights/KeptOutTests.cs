using System.Net;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>LRSSS, s. 7: whom the person keeps out learns nothing that names them, from the next request on.</summary>
[Collection(InstallationTests.Name)]
public sealed class KeptOutTests(Installation installation)
{
    [Theory]
    [InlineData("accountId")]
    [InlineData("organisationId")]
    [InlineData("projectId")]
    [InlineData("role")]
    public async Task Whoever_is_kept_out_finds_nothing_until_they_are_let_in_again(string by)
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Read)).Client(installation);
        var client = practitioner.Client(installation);
        var organisation = await installation.OneAsync<Guid>($"SELECT organisation_id FROM participation.project WHERE id = '{person.ProjectId}'");
        var restriction = Guid.CreateVersion7();
        Dictionary<string, object> body = new() { [by] = by switch { "accountId" => practitioner.AccountId, "organisationId" => organisation, "projectId" => person.ProjectId, _ => "practitioner" } };

        await own.PutAsync($"{At(person)}/restrictions/{restriction}", body).AnswersAsync(HttpStatusCode.NoContent);

        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await client.JsonAsync("/api/v1/service-users")).GetProperty("items").GetArrayLength());
        await relative.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await own.DeleteAsync($"{At(person)}/restrictions/{restriction}").AnswersAsync(HttpStatusCode.NoContent);
        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        var history = (await own.JsonAsync($"{At(person)}/restrictions"))[0];
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, history.GetProperty("until").ValueKind);
    }

    [Fact]
    public async Task A_coordinator_who_is_kept_out_no_longer_finds_the_person_in_their_list_nor_puts_anybody_forward()
    {
        var project = await installation.ProjectAsync();
        var (person, other) = (await installation.PersonAsync(project), await installation.PersonAsync(project));
        var coordinator = await installation.RoleAsync(Role.Coordinator, project);
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        await person.Account.Client(installation).PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = coordinator.AccountId }).AnswersAsync(HttpStatusCode.NoContent);

        var list = (await coordinator.Client(installation).JsonAsync($"/api/v1/projects/{project}/service-users")).GetProperty("items");

        Assert.Equal([other.ServiceUserId], list.EnumerateArray().Select(one => one.GetProperty("serviceUserId").GetGuid()));
        await PutForwardAsync(coordinator, project, person, practitioner).AnswersAsync(HttpStatusCode.NotFound);
        await PutForwardAsync(coordinator, project, other, practitioner).AnswersAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Whoever_is_kept_out_is_neither_put_forward_nor_invited_nor_offered()
    {
        var project = await installation.ProjectAsync();
        var person = await installation.PersonAsync(project);
        var own = person.Account.Client(installation);
        var (coordinator, practitioner) = (await installation.RoleAsync(Role.Coordinator, project), await installation.RoleAsync(Role.Practitioner, project));
        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = practitioner.AccountId }).AnswersAsync(HttpStatusCode.NoContent);

        await PutForwardAsync(coordinator, project, person, practitioner).RefusesAsync(HttpStatusCode.Conflict, "rights.place-not-offered");
        await own.PutAsync($"{At(person)}/circle/{Guid.CreateVersion7()}", new { role = "practitioner", accountId = practitioner.AccountId, projectId = project, sharing = Calls.Sharing() })
            .RefusesAsync(HttpStatusCode.Conflict, "rights.kept-out");
        Assert.DoesNotContain((await own.JsonAsync($"{At(person)}/circle/candidates")).EnumerateArray(), one => one.GetProperty("accountId").GetGuid() == practitioner.AccountId);
    }

    [Fact]
    public async Task Nobody_learns_a_name_by_keeping_an_unknown_account_out_and_exactly_one_is_named()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var stranger = await installation.RoleAsync(Role.Practitioner, await installation.ProjectAsync());

        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = stranger.AccountId }).RefusesAsync(HttpStatusCode.Conflict, "rights.nobody-known");
        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = stranger.AccountId, role = "practitioner" }).AnswersAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Beside_the_person_a_practitioner_does_not_note_that_they_are_kept_out_themself()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var person = await practitioner.OpenedAsync(project);

        await practitioner.PutAsync($"/api/v1/service-users/{person}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner" }).RefusesAsync(HttpStatusCode.Conflict, "rights.one-beside");
        await practitioner.PutAsync($"/api/v1/service-users/{person}/restrictions/{Guid.CreateVersion7()}", new { role = "coordinator" }).AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.PutAsync($"/api/v1/service-users/{person}/freezes/{Guid.CreateVersion7()}", new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.freeze-needs-account");
    }

    [Fact]
    public async Task A_frozen_record_is_the_persons_alone_until_they_lift_it()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        var freeze = Guid.CreateVersion7();

        await own.PutAsync($"{At(person)}/freezes/{freeze}", new { }).AnswersAsync(HttpStatusCode.NoContent);

        await practitioner.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/service-users")).GetProperty("items").GetArrayLength());
        await own.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync($"{At(person)}/freezes/{Guid.CreateVersion7()}", new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.already-frozen");
        await own.DeleteAsync($"{At(person)}/freezes/{freeze}").AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Kept_from_a_tab_a_category_finds_the_others_open_whoever_comes_to_it_later()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var before = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var restriction = Guid.CreateVersion7();

        await own.PutAsync($"{At(person)}/restrictions/{restriction}", new { role = "practitioner", tabs = new[] { "network", "plan" } }).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync($"{At(person)}/restrictions/{restriction}", new { role = "practitioner", tabs = new[] { "plan", "network" } }).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync($"{At(person)}/restrictions/{restriction}", new { role = "practitioner", tabs = new[] { "plan" } }).RefusesAsync(HttpStatusCode.Conflict, "participation.id-taken");

        foreach (var client in new[] { before, (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation) })
        {
            await client.GetAsync($"{At(person)}/plan").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
            await client.GetAsync($"{At(person)}/network/evolution").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
            await client.GetAsync($"{At(person)}/strengths").AnswersAsync(HttpStatusCode.OK);
            Assert.Equal(1, (await client.JsonAsync("/api/v1/service-users")).GetProperty("items").GetArrayLength());
        }

        Assert.Equal(["network", "plan"], (await own.JsonAsync($"{At(person)}/restrictions"))[0].GetProperty("tabs").EnumerateArray().Select(tab => tab.GetString()!));
        await own.DeleteAsync($"{At(person)}/restrictions/{restriction}").AnswersAsync(HttpStatusCode.NoContent);
        await before.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_relative_who_is_kept_out_by_name_finds_nothing()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var sister = await installation.MemberAsync(person, Role.Relative, AccessLevel.Read);

        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = sister.AccountId }).AnswersAsync(HttpStatusCode.NoContent);

        await sister.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await sister.Client(installation).JsonAsync("/api/v1/service-users")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Another_system_comes_with_the_persons_own_yes_or_not_at_all()
    {
        var project = await installation.ProjectAsync();
        var coordinator = await installation.RoleAsync(Role.Coordinator, project);
        var person = await (await installation.RoleAsync(Role.Practitioner, project)).Client(installation).OpenedAsync(project);
        var system = await installation.RoleAsync(Role.Integrator, project);

        await coordinator.Client(installation).PutAsync(
            $"/api/v1/projects/{project}/service-users/{person}/circle/{Guid.CreateVersion7()}", new { accountId = system.AccountId, role = "integrator", sharing = Calls.Sharing() })
            .AnswersAsync(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> PutForwardAsync(Given.SignedIn coordinator, Guid project, Given.Person person, Given.SignedIn practitioner) => coordinator.Client(installation).PutAsync(
        $"/api/v1/projects/{project}/service-users/{person.ServiceUserId}/circle/{Guid.CreateVersion7()}",
        new { accountId = practitioner.AccountId, role = Words.Of(Role.Practitioner), sharing = Calls.Sharing() });

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}";
}
