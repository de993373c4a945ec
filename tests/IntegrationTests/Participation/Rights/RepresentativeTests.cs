using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation.Consents;

namespace Barometre.IntegrationTests.Participation.Rights;

[Collection(InstallationTests.Name)]
public sealed class RepresentativeTests(Installation installation)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_representative_reads_what_was_named_decides_about_rights_and_writes_nothing()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");
        var client = representative.Client(installation);

        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await client.GetAsync($"{At(person)}/strengths").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await client.GetAsync(At(person)).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync($"{At(person)}/circle/{Guid.CreateVersion7()}", new { role = "relative", sharing = Calls.Sharing() }).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await client.SaysYesAsync(person.ServiceUserId, "community");

        var answer = (await person.Account.Client(installation).JsonAsync($"{At(person)}/consents/answers")).GetProperty("items")[0];
        Assert.Equal("representative", answer.GetProperty("ground").GetString());
        var register = (await person.Account.Client(installation).JsonAsync($"{At(person)}/register")).GetProperty("items");
        Assert.Contains(register.EnumerateArray(), line => line.GetProperty("ground").GetString() == "representative" && line.GetProperty("useCase").GetString() == "AnswerConsent");
        Assert.Contains(register.EnumerateArray(), line => line.GetProperty("ground").GetString() == "coordinator" && line.GetProperty("useCase").GetString() == "NameRepresentative");
    }

    [Fact]
    public async Task The_person_sees_who_represents_them_and_why()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");

        var one = (await person.Account.Client(installation).JsonAsync($"{At(person)}/representatives"))[0];

        Assert.Equal((representative.AccountId, "parent", "Acte montré.", true), (one.GetProperty("accountId").GetGuid(), one.GetProperty("kind").GetString(), one.GetProperty("ground").GetString(), one.GetProperty("inForce").GetBoolean()));
        Assert.Equal(person.ServiceUserId, (await representative.Client(installation).JsonAsync("/api/v1/account/represented"))[0].GetProperty("serviceUserId").GetGuid());
    }

    [Theory]
    [InlineData(-10, 0)]
    [InlineData(5, 100)]
    public async Task Outside_their_days_they_are_nobody(int from, int until)
    {
        var (person, representative) = await RepresentedAsync(Today.AddDays(from), Today.AddDays(until), "plan");

        await representative.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Equal(0, (await representative.Client(installation).JsonAsync("/api/v1/account/represented")).GetArrayLength());
    }

    [Fact]
    public async Task Ended_it_is_over_at_the_next_request()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        var id = (await person.Account.Client(installation).JsonAsync($"{At(person)}/representatives"))[0].GetProperty("representativeId").GetGuid();

        await coordinator.DeleteAsync($"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/representatives/{id}").AnswersAsync(HttpStatusCode.NoContent);

        await representative.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_end_that_holds_or_for_whoever_works_there_it_is_not_recorded()
    {
        var person = await installation.PersonAsync();
        var coordinator = await installation.RoleAsync(Role.Coordinator, person.ProjectId);
        var (relative, practitioner) = (await installation.AccountAsync(), await installation.RoleAsync(Role.Practitioner, person.ProjectId));

        await NameAsync(coordinator, person, relative, Today, Today.AddYears(15), "plan").RefusesAsync(HttpStatusCode.Conflict, "rights.representation-dates");
        await NameAsync(coordinator, person, practitioner, Today, Today.AddYears(1), "plan").RefusesAsync(HttpStatusCode.Conflict, "rights.represents-nobody");
        await NameAsync(coordinator, person, person.Account, Today, Today.AddYears(1), "plan").RefusesAsync(HttpStatusCode.Conflict, "rights.represents-nobody");
    }

    [Theory]
    [InlineData(0, 700)]
    [InlineData(-10, 0)]
    public async Task Whoever_represents_somebody_or_did_does_not_become_them(int from, int until)
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var opened = await practitioner.Client(installation).OpenedAsync(project);
        var (coordinator, representative) = (await installation.RoleAsync(Role.Coordinator, project), await installation.AccountAsync());
        await NameAsync(coordinator, new Given.Person(opened, project, practitioner), representative, Today.AddDays(from), Today.AddDays(until), "plan").AnswersAsync(HttpStatusCode.NoContent);
        var code = (await (await practitioner.Client(installation).PostAsync($"/api/v1/service-users/{opened}/claim-codes")).JsonAsync()).GetProperty("code").GetString();

        await representative.Client(installation).PostAsync("/api/v1/account/record", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");

        await (await installation.AccountAsync()).Client(installation).PostAsync("/api/v1/account/record", new { code }).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_person_froze_only_the_person_lifts_and_frozen_a_representative_reads_nothing()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");
        var (own, client) = (person.Account.Client(installation), representative.Client(installation));
        var (theirs, others) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.PutAsync($"{At(person)}/freezes/{theirs}", new { }).AnswersAsync(HttpStatusCode.NoContent);

        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        await client.DeleteAsync($"{At(person)}/freezes/{theirs}").RefusesAsync(HttpStatusCode.Conflict, "rights.the-person-lifts");
        await own.DeleteAsync($"{At(person)}/freezes/{theirs}").AnswersAsync(HttpStatusCode.NoContent);
        await client.PutAsync($"{At(person)}/freezes/{others}", new { }).AnswersAsync(HttpStatusCode.NoContent);
        await client.DeleteAsync($"{At(person)}/freezes/{others}").AnswersAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_the_person_refused_from_their_account_no_representative_agrees_to_and_closed_they_read_nothing()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");
        var (own, client) = (person.Account.Client(installation), representative.Client(installation));
        await own.SaysNoAsync(person.ServiceUserId, "care");
        await own.SaysNoAsync(person.ServiceUserId, "community");

        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        await client.AnswerAsync(person.ServiceUserId, "care", "", true).RefusesAsync(HttpStatusCode.Conflict, "rights.the-person-lifts");
        await client.AnswerAsync(person.ServiceUserId, "community", "", true).RefusesAsync(HttpStatusCode.Conflict, "rights.the-person-lifts");
        await own.SaysYesAsync(person.ServiceUserId, "care");
        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_comes_to_work_where_the_person_is_represents_them_no_more()
    {
        var (person, representative) = await RepresentedAsync(Today, Today.AddYears(2), "plan");

        await installation.ExecuteAsync(
            $"INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{representative.AccountId}', '{person.ProjectId}', 'coordinator', now())");

        await representative.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        await representative.Client(installation).PutAsync($"{At(person)}/freezes/{Guid.CreateVersion7()}", new { }).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_account_of_the_person_no_representative_closes_the_last_way_back()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var person = new Given.Person(await practitioner.Client(installation).OpenedAsync(project), project, practitioner);
        var (coordinator, representative) = (await installation.RoleAsync(Role.Coordinator, project), await installation.AccountAsync());
        await NameAsync(coordinator, person, representative, Today, Today.AddYears(2), "plan").AnswersAsync(HttpStatusCode.NoContent);
        var client = representative.Client(installation);

        await client.PutAsync($"{At(person)}/freezes/{Guid.CreateVersion7()}", new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.freeze-needs-account");
        await client.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner" }).RefusesAsync(HttpStatusCode.Conflict, "rights.one-beside");
        await client.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner", tabs = new[] { "network" } }).AnswersAsync(HttpStatusCode.NoContent);
    }

    private async Task<(Given.Person Person, Given.SignedIn Representative)> RepresentedAsync(DateOnly from, DateOnly until, params string[] reads)
    {
        var person = await installation.PersonAsync();
        var (coordinator, representative) = (await installation.RoleAsync(Role.Coordinator, person.ProjectId), await installation.AccountAsync());
        await NameAsync(coordinator, person, representative, from, until, reads).AnswersAsync(HttpStatusCode.NoContent);
        return (person, representative);
    }

    private Task<HttpResponseMessage> NameAsync(Given.SignedIn coordinator, Given.Person person, Given.SignedIn representative, DateOnly startsOn, DateOnly endsOn, params string[] reads) =>
        coordinator.Client(installation).PutAsync(
            $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/representatives/{Guid.CreateVersion7()}",
            new { accountId = representative.AccountId, kind = "parent", reads, decidesRights = true, ground = "Acte montré.", startsOn, endsOn });

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}";
}
