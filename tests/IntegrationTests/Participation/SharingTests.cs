using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class SharingTests(Installation installation)
{
    [Fact]
    public async Task A_tab_closed_by_the_person_is_closed_at_the_next_request()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.Read, null);
        await relative.Client(installation).GetAsync(Picture(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);

        var answer = await person.Account.Client(installation).PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing(AccessLevel.None), version: 1);

        Assert.Equal("\"2\"", answer.Headers.ETag!.Tag);
        await relative.Client(installation).GetAsync(Picture(person.ServiceUserId)).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await person.Account.Client(installation).PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing(AccessLevel.Read), version: 2).AnswersAsync(HttpStatusCode.OK);
        await relative.Client(installation).GetAsync(Picture(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        Assert.Equal(10L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.circle_fact WHERE service_user_id = '{person.ServiceUserId}' AND kind = 'sharing_changed' AND setting = 'alone'"));
    }

    [Fact]
    public async Task An_edit_of_sharing_names_the_version_it_read()
    {
        var person = await installation.PersonAsync();
        var member = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.Read, null);
        var own = person.Account.Client(installation);

        await own.PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing()).AnswersAsync((HttpStatusCode)428);
        await own.PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing(), version: 7).AnswersAsync(HttpStatusCode.PreconditionFailed);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => own.PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing(AccessLevel.None), version: 1)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Nobody_but_the_person_shares_once_they_have_an_account()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var member = await installation.JoinAsync(person, await installation.AccountAsync(), Role.Relative, AccessLevel.Read, null);

        await practitioner.Client(installation).PutAsync(Sharing(person.ServiceUserId, member), Calls.Sharing(), version: 1)
            .RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-person-decides");
    }

    [Fact]
    public async Task Before_the_claim_the_practitioner_who_opened_the_record_shares_with_the_person_and_no_other_does()
    {
        var project = await installation.ProjectAsync();
        var opener = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var person = await opener.OpenedAsync(project);
        var other = await installation.RoleAsync(Role.Practitioner, project);
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        var member = Guid.CreateVersion7();
        await coordinator.PutAsync(
            $"/api/v1/projects/{project}/service-users/{person}/circle/{member}", new { accountId = other.AccountId, role = "practitioner", sharing = Calls.Sharing(AccessLevel.Read) })
            .AnswersAsync(HttpStatusCode.NoContent);

        await other.Client(installation).PutAsync(Sharing(person, member), Calls.Sharing(), version: 1).RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-opener-with-the-person");
        await opener.PutAsync(Sharing(person, member), Calls.Sharing(), version: 1).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal(5L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.circle_fact WHERE service_user_id = '{person}' AND kind = 'sharing_changed' AND setting = 'joint'"));
    }

    private static string Picture(Guid person) => $"/api/v1/service-users/{person}/quality-of-life/picture";

    private static string Sharing(Guid person, Guid member) => $"/api/v1/service-users/{person}/circle/{member}/sharing";
}
