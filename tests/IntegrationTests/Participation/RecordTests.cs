using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class RecordTests(Installation installation)
{
    [Fact]
    public async Task Opened_twice_with_the_same_words_a_record_is_opened_once()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = Guid.CreateVersion7();
        var body = new { projectId = project, calledName = "Zéphyr l’Inventé", language = "fr" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => practitioner.PutAsync($"/api/v1/service-users/{person}", body)));
        await practitioner.PutAsync($"/api/v1/service-users/{person}", body).AnswersAsync(HttpStatusCode.Created);

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Equal(1L, await installation.OneAsync<long>($"SELECT count(*) FROM participation.circle_member WHERE service_user_id = '{person}'"));
        Assert.Equal("Zéphyr l’Inventé", (await practitioner.JsonAsync($"/api/v1/service-users/{person}")).GetProperty("calledName").GetString());
    }

    [Fact]
    public async Task Nobody_opens_a_record_over_another()
    {
        var project = await installation.ProjectAsync();
        var person = await (await PractitionerAsync(project)).OpenedAsync(project);
        var other = await PractitionerAsync(project);

        await other.PutAsync($"/api/v1/service-users/{person}", new { projectId = project, calledName = "Zéphyr l’Inventé", language = "fr" })
            .RefusesAsync(HttpStatusCode.Conflict, "participation.id-taken");
        await other.GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_person_claims_their_record_once_and_with_one_account()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = await practitioner.OpenedAsync(project);
        var code = await CodeAsync(practitioner, person);
        var (own, other) = ((await installation.AccountAsync()).Client(installation), (await installation.AccountAsync()).Client(installation));

        await own.PostAsync("/api/v1/account/record", new { code = code.ToLowerInvariant() }).AnswersAsync(HttpStatusCode.OK);

        Assert.Equal(person, (await own.JsonAsync("/api/v1/account/standing")).GetProperty("serviceUserId").GetGuid());
        await other.PostAsync("/api/v1/account/record", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
        await practitioner.PostAsync($"/api/v1/service-users/{person}/claim-codes").RefusesAsync(HttpStatusCode.Conflict, "participation.already-claimed");
        var second = await CodeAsync(practitioner, await practitioner.OpenedAsync(project));
        await own.PostAsync("/api/v1/account/record", new { code = second }).RefusesAsync(HttpStatusCode.Conflict, "participation.account-has-record");
        await other.PostAsync("/api/v1/account/record", new { code = second }).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_an_expired_a_replaced_and_a_practitioners_own_code_are_refused_alike()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = await practitioner.OpenedAsync(project);
        var somebody = (await installation.AccountAsync()).Client(installation);

        var replaced = await CodeAsync(practitioner, person);
        var last = await CodeAsync(practitioner, person);
        await practitioner.PostAsync("/api/v1/account/record", new { code = last }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
        await somebody.PostAsync("/api/v1/account/record", new { code = replaced }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
        await somebody.PostAsync("/api/v1/account/record", new { code = "0000-0000-0000" }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
        await installation.ExecuteAsync($"UPDATE participation.one_time_code SET expires_at = now() - interval '1 minute' WHERE service_user_id = '{person}'");
        await somebody.PostAsync("/api/v1/account/record", new { code = last }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
    }

    [Theory]
    [InlineData("removed", HttpStatusCode.Conflict)]
    [InlineData("kept out", HttpStatusCode.Conflict)]
    [InlineData("left", HttpStatusCode.OK)]
    public async Task A_code_of_somebody_whom_the_person_turned_away_gives_the_record_to_nobody(string since, HttpStatusCode status)
    {
        var project = await installation.ProjectAsync();
        var (opener, maker) = (await PractitionerAsync(project), await installation.RoleAsync(Role.Practitioner, project));
        var person = await opener.OpenedAsync(project);
        var place = await installation.JoinAsync(new Given.Person(person, project, maker), maker, Role.Practitioner, AccessLevel.None, project);
        var code = await CodeAsync(maker.Client(installation), person);

        await (since switch
        {
            "removed" => opener.DeleteAsync($"/api/v1/service-users/{person}/circle/{place}"),
            "kept out" => opener.PutAsync($"/api/v1/service-users/{person}/restrictions/{Guid.CreateVersion7()}", new { accountId = maker.AccountId }),
            _ => maker.Client(installation).DeleteAsync($"/api/v1/service-users/{person}/circle/{place}"),
        }).AnswersAsync(HttpStatusCode.NoContent);

        await (await installation.AccountAsync()).Client(installation).PostAsync("/api/v1/account/record", new { code }).AnswersAsync(status);
    }

    [Fact]
    public async Task A_code_to_claim_waits_while_the_record_is_frozen()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = await practitioner.OpenedAsync(project);
        var code = await CodeAsync(practitioner, person);
        var somebody = (await installation.AccountAsync()).Client(installation);
        await installation.ExecuteAsync($"UPDATE participation.service_user SET frozen = true WHERE service_user_id = '{person}'");

        await somebody.PostAsync("/api/v1/account/record", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");

        await installation.ExecuteAsync($"UPDATE participation.service_user SET frozen = false WHERE service_user_id = '{person}'");
        await somebody.PostAsync("/api/v1/account/record", new { code }).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_two_accounts_that_use_a_code_at_once_one_gets_the_record()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var code = await CodeAsync(practitioner, await practitioner.OpenedAsync(project));
        var accounts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => (await installation.AccountAsync()).Client(installation)));

        var answers = await Task.WhenAll(accounts.Select(account => account.PostAsync("/api/v1/account/record", new { code })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Names_are_noted_together_until_the_record_is_claimed_and_by_the_person_alone_afterwards()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = await practitioner.OpenedAsync(project);

        await practitioner.PutAsync($"/api/v1/service-users/{person}/called", new { calledName = "Zéphyrine", language = "fr" }).AnswersAsync((HttpStatusCode)428);
        await practitioner.PutAsync($"/api/v1/service-users/{person}/called", new { calledName = "Zéphyrine", language = "fr" }, version: 1).AnswersAsync(HttpStatusCode.OK);
        var own = (await installation.ClaimedAsync(practitioner, person)).Client(installation);
        await practitioner.PutAsync($"/api/v1/service-users/{person}/called", new { calledName = "Autrement", language = "fr" }, version: 3)
            .RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-person-decides");
        await own.PutAsync($"/api/v1/service-users/{person}/called", new { calledName = "Moi", language = "en" }, version: 3).AnswersAsync(HttpStatusCode.OK);

        var record = await practitioner.JsonAsync($"/api/v1/service-users/{person}");
        Assert.Equal(("Moi", "en"), (record.GetProperty("calledName").GetString(), record.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task A_person_moves_keeps_the_record_and_those_who_came_from_the_first_project_leave()
    {
        var (first, second) = (await installation.ProjectAsync(), await installation.ProjectAsync());
        var practitioner = await PractitionerAsync(first);
        var person = await practitioner.OpenedAsync(first);
        var own = (await installation.ClaimedAsync(practitioner, person)).Client(installation);
        var move = new { fromProjectId = first, toProjectId = second };

        await practitioner.PostAsync($"/api/v1/service-users/{person}/moves", move).RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-person-decides");
        await own.PostAsync($"/api/v1/service-users/{person}/moves", move).AnswersAsync(HttpStatusCode.NoContent);

        await practitioner.GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.NotFound);
        var record = await own.JsonAsync($"/api/v1/service-users/{person}");
        Assert.Equal(second, Assert.Single(record.GetProperty("projects").EnumerateArray()).GetProperty("projectId").GetGuid());
        var history = await own.JsonAsync($"/api/v1/service-users/{person}/circle/history");
        Assert.Equal("project_left", history.GetProperty("items")[0].GetProperty("kind").GetString());
        await own.PostAsync($"/api/v1/service-users/{person}/moves", move).RefusesAsync(HttpStatusCode.Conflict, "participation.not-in-project");
    }

    [Fact]
    public async Task A_practitioner_enrols_a_person_without_account_in_another_project_and_out_of_it_again()
    {
        var (first, second) = (await installation.ProjectAsync(), await installation.ProjectAsync());
        var practitioner = await PractitionerAsync(first);
        var person = await practitioner.OpenedAsync(first);

        await practitioner.PutAsync($"/api/v1/service-users/{person}/projects/{second}", new { }).AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.PutAsync($"/api/v1/service-users/{person}/projects/{second}", new { }).AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.PutAsync($"/api/v1/service-users/{person}/projects/{Guid.CreateVersion7()}", new { }).RefusesAsync(HttpStatusCode.Conflict, "participation.project-unknown");
        Assert.Equal(2, (await practitioner.JsonAsync($"/api/v1/service-users/{person}")).GetProperty("projects").GetArrayLength());

        await practitioner.DeleteAsync($"/api/v1/service-users/{person}/projects/{second}").AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.DeleteAsync($"/api/v1/service-users/{person}/projects/{second}").AnswersAsync(HttpStatusCode.NoContent);
        Assert.Equal(1, (await practitioner.JsonAsync($"/api/v1/service-users/{person}")).GetProperty("projects").GetArrayLength());
    }

    private async Task<HttpClient> PractitionerAsync(Guid project) => (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);

    private static async Task<string> CodeAsync(HttpClient practitioner, Guid person) =>
        (await (await practitioner.PostAsync($"/api/v1/service-users/{person}/claim-codes")).JsonAsync()).GetProperty("code").GetString()!;
}
