using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

/// <summary>A record that nobody claimed and whose opener left: the person and a practitioner of their circle go on deciding, side by side, and nobody else does.</summary>
[Collection(InstallationTests.Name)]
public sealed class UnclaimedTests(Installation installation) : IAsyncLifetime
{
    private Guid _project;
    private Guid _person;
    private Given.SignedIn _opener = null!;
    private Given.SignedIn _next = null!;
    private HttpClient _coordinator = null!;

    public async Task InitializeAsync()
    {
        _project = await installation.ProjectAsync();
        _opener = await installation.RoleAsync(Role.Practitioner, _project);
        _next = await installation.RoleAsync(Role.Practitioner, _project);
        _coordinator = (await installation.RoleAsync(Role.Coordinator, _project)).Client(installation);
        _person = await _opener.Client(installation).OpenedAsync(_project);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Whom_the_coordinator_put_forward_decides_with_the_person_and_it_is_noted_as_joint()
    {
        await LeavesAsync();
        var next = await PutForwardAsync(AccessLevel.None);
        var client = _next.Client(installation);
        await client.GetAsync(Picture).AnswersAsync(HttpStatusCode.Forbidden);

        await client.PutAsync(Sharing(next), Calls.Sharing(), version: 1).AnswersAsync(HttpStatusCode.OK);
        await client.GetAsync(Picture).AnswersAsync(HttpStatusCode.OK);
        var relative = Guid.CreateVersion7();
        await client.PutAsync(Place(relative), new { role = "relative", label = "ma sœur", sharing = Calls.Sharing(AccessLevel.Read) }).AnswersAsync(HttpStatusCode.NoContent);
        await client.PostAsync($"{Place(relative)}/codes").AnswersAsync(HttpStatusCode.OK);
        await client.DeleteAsync(Place(relative)).AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal(5L, await FactsAsync("kind = 'sharing_changed' AND setting = 'joint'"));
        Assert.Equal(2L, await FactsAsync("kind IN ('invited', 'removed') AND setting = 'joint'"));
        Assert.Equal(1L, await installation.OneAsync<long>(
            $"SELECT count(*) FROM participation.register_entry WHERE service_user_id = '{_person}' AND account_id = '{_next.AccountId}' AND use_case = 'ShareTabs' AND ground = 'practitioner'"));
    }

    [Fact]
    public async Task Also_when_the_openers_role_ended_and_when_the_installations_operator_had_opened_it()
    {
        var role = await installation.OneAsync<Guid>($"SELECT id FROM participation.role_assignment WHERE account_id = '{_opener.AccountId}'");
        await _coordinator.DeleteAsync($"/api/v1/projects/{_project}/roles/{role}").AnswersAsync(HttpStatusCode.NoContent);
        var next = await PutForwardAsync(AccessLevel.None);

        await _next.Client(installation).PutAsync(Sharing(next), Calls.Sharing(), version: 1).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.service_user SET opened_by = NULL WHERE service_user_id = '{_person}'");
        await _next.Client(installation).PutAsync(Sharing(next), Calls.Sharing(AccessLevel.Read), version: 2).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task As_long_as_the_opener_is_there_nobody_else_decides_and_neither_does_a_relative_or_another_system_after()
    {
        var next = await PutForwardAsync(AccessLevel.None);
        await _next.Client(installation).PutAsync(Sharing(next), Calls.Sharing(), version: 1).RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-opener-with-the-person");

        await LeavesAsync();
        var person = new Given.Person(_person, _project, _opener);
        foreach (var role in new[] { Role.Relative, Role.Integrator })
        {
            var member = await installation.MemberAsync(person, role, AccessLevel.Contribute);
            await member.Client(installation).DeleteAsync(Place(next)).RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-opener-with-the-person");
        }

        await _next.Client(installation).PutAsync(Sharing(next), Calls.Sharing(), version: 1).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_coordinator_opens_nothing_to_themself()
    {
        await LeavesAsync();
        var both = await installation.RoleAsync(Role.Coordinator, _project);
        await installation.ExecuteAsync($"""
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{both.AccountId}', '{_project}', 'practitioner', now())
            """);
        var next = await PutForwardAsync(AccessLevel.None);
        var client = both.Client(installation);

        await client.PutAsync($"/api/v1/projects/{_project}/service-users/{_person}/circle/{Guid.CreateVersion7()}", Forward(both.AccountId, AccessLevel.Contribute))
            .RefusesAsync(HttpStatusCode.Forbidden, "participation.not-oneself-forward");
        await client.PutAsync(Sharing(next), Calls.Sharing(), version: 1).AnswersAsync(HttpStatusCode.NotFound);
        await client.GetAsync(Picture).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Once_claimed_the_person_alone_decides_and_may_say_no_to_whoever_was_put_forward()
    {
        await LeavesAsync();
        var next = await PutForwardAsync(AccessLevel.Contribute);
        var own = (await installation.ClaimedAsync(_next.Client(installation), _person)).Client(installation);

        await _next.Client(installation).PutAsync(Sharing(next), Calls.Sharing(), version: 1).RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-person-decides");
        await own.PutAsync($"{Place(next)}/confirmation", new { yes = false }).AnswersAsync(HttpStatusCode.NoContent);
        await _next.Client(installation).GetAsync(Picture).AnswersAsync(HttpStatusCode.NotFound);
    }

    private string Picture => $"/api/v1/service-users/{_person}/quality-of-life/picture";

    private string Place(Guid member) => $"/api/v1/service-users/{_person}/circle/{member}";

    private string Sharing(Guid member) => $"{Place(member)}/sharing";

    private static object Forward(Guid account, AccessLevel level) => new { accountId = account, role = "practitioner", sharing = Calls.Sharing(level) };

    private async Task<Guid> PutForwardAsync(AccessLevel level)
    {
        var member = Guid.CreateVersion7();
        await _coordinator.PutAsync($"/api/v1/projects/{_project}/service-users/{_person}/circle/{member}", Forward(_next.AccountId, level)).AnswersAsync(HttpStatusCode.NoContent);
        return member;
    }

    private async Task LeavesAsync()
    {
        var place = await installation.OneAsync<Guid>($"SELECT id FROM participation.circle_member WHERE service_user_id = '{_person}' AND account_id = '{_opener.AccountId}'");
        await _opener.Client(installation).DeleteAsync(Place(place)).AnswersAsync(HttpStatusCode.NoContent);
    }

    private Task<long> FactsAsync(string which) => installation.OneAsync<long>($"SELECT count(*) FROM participation.circle_fact WHERE service_user_id = '{_person}' AND by = '{_next.AccountId}' AND {which}");
}
