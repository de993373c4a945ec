using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation.Consents;

namespace Barometre.IntegrationTests.Participation.Rights;

[Collection(InstallationTests.Name)]
public sealed class EmergencyTests(Installation installation)
{
    [Fact]
    public async Task It_does_not_exist_until_a_project_says_for_how_many_hours()
    {
        var (person, practitioner) = await ArrangeAsync(hours: null);

        await OpenAsync(person, practitioner).RefusesAsync(HttpStatusCode.Conflict, "rights.emergency-not-enabled");
    }

    [Fact]
    public async Task A_practitioner_of_the_project_reads_what_they_asked_for_and_everybody_sees_it()
    {
        var (person, practitioner) = await ArrangeAsync();
        var (own, client) = (person.Account.Client(installation), practitioner.Client(installation));
        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);

        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);

        await client.GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.OK);
        await client.GetAsync($"{At(person)}/strengths").RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        await client.GetAsync($"{At(person)}/circle").RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        var notice = (await own.JsonAsync($"{At(person)}/emergencies"))[0];
        Assert.Equal(("Injoignable.", System.Text.Json.JsonValueKind.Null), (notice.GetProperty("reason").GetString(), notice.GetProperty("seenAt").ValueKind));
        var register = (await own.JsonAsync($"{At(person)}/register")).GetProperty("items");
        Assert.Equal(2, register.EnumerateArray().Count(line => line.GetProperty("ground").GetString() == "emergency"));
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        Assert.Equal("Injoignable.", (await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/emergencies"))[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Found_unjustified_it_closes_at_once_and_the_person_reads_what_was_said()
    {
        var (person, practitioner) = await ArrangeAsync();
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);
        var id = (await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/emergencies"))[0].GetProperty("emergencyId").GetGuid();
        var review = $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/emergencies/{id}/review";

        await coordinator.PutAsync(review, new { justified = false, review = "Il suffisait d’appeler." }).AnswersAsync(HttpStatusCode.NoContent);

        await practitioner.Client(installation).GetAsync($"{At(person)}/plan").AnswersAsync(HttpStatusCode.NotFound);
        await OpenAsync(person, practitioner).RefusesAsync(HttpStatusCode.Conflict, "rights.emergency-not-opened");
        await coordinator.PutAsync(review, new { justified = true, review = "Finalement oui." }).RefusesAsync(HttpStatusCode.Conflict, "rights.already-reviewed");
        var own = person.Account.Client(installation);
        Assert.Equal("Il suffisait d’appeler.", (await own.JsonAsync($"{At(person)}/emergencies"))[0].GetProperty("review").GetString());
        await own.PutAsync($"{At(person)}/emergencies/{id}/seen", new { }).AnswersAsync(HttpStatusCode.NoContent);
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await own.JsonAsync($"{At(person)}/emergencies"))[0].GetProperty("seenAt").ValueKind);
    }

    [Fact]
    public async Task It_stands_in_the_inbox_of_the_person_and_of_the_coordinators_until_each_dealt_with_it()
    {
        var (person, practitioner) = await ArrangeAsync();
        var (coordinator, keptOut) = (await installation.RoleAsync(Role.Coordinator, person.ProjectId), await installation.RoleAsync(Role.Coordinator, person.ProjectId));
        var own = person.Account.Client(installation);
        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = keptOut.AccountId }).AnswersAsync(HttpStatusCode.NoContent);
        await own.SaysNoAsync(person.ServiceUserId, "reminders", "inbox");

        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);

        await StandsAsync(own, person, 1);
        await StandsAsync(coordinator.Client(installation), person, 1);
        await StandsAsync(keptOut.Client(installation), person, 0);
        await StandsAsync(practitioner.Client(installation), person, 0);
        var id = (await own.JsonAsync($"{At(person)}/emergencies"))[0].GetProperty("emergencyId").GetGuid();
        Assert.Equal(id, (await NoticesAsync(own, person))[0].GetProperty("subjectId").GetGuid());
        await own.PutAsync($"{At(person)}/emergencies/{id}/seen", new { }).AnswersAsync(HttpStatusCode.NoContent);
        await StandsAsync(own, person, 0);
        await StandsAsync(coordinator.Client(installation), person, 1);
        await coordinator.Client(installation).PutAsync($"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/emergencies/{id}/review", new { justified = true, review = "Oui." })
            .AnswersAsync(HttpStatusCode.NoContent);
        await StandsAsync(coordinator.Client(installation), person, 0);
    }

    [Fact]
    public async Task Without_an_account_of_the_person_whoever_accompanies_them_is_told()
    {
        var (person, practitioner) = await ArrangeAsync();
        var (beside, relative) = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read), await installation.MemberAsync(person, Role.Relative, AccessLevel.Read));
        await installation.ExecuteAsync($"UPDATE participation.service_user SET account_id = NULL WHERE service_user_id = '{person.ServiceUserId}'");

        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);

        await StandsAsync(beside.Client(installation), person, 1);
        await StandsAsync(relative.Client(installation), person, 0);
    }

    [Theory]
    [InlineData("frozen", null)]
    [InlineData("left", "Injoignable.")]
    public async Task It_is_reviewed_whatever_the_person_did_since_and_its_words_are_read_as_far_as_the_record_is(string since, string? words)
    {
        var (person, practitioner) = await ArrangeAsync();
        var (own, coordinator) = (person.Account.Client(installation), (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation));
        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);
        await (since == "frozen" ? own.PutAsync($"{At(person)}/freezes/{Guid.CreateVersion7()}", new { }) : own.DeleteAsync($"{At(person)}/projects/{person.ProjectId}"))
            .AnswersAsync(HttpStatusCode.NoContent);

        var one = (await coordinator.JsonAsync($"/api/v1/projects/{person.ProjectId}/emergencies"))[0];

        Assert.Equal((words, "Compte inventé"), (one.GetProperty("reason").GetString(), one.GetProperty("who").GetString()));
        var review = $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/emergencies/{one.GetProperty("emergencyId").GetGuid()}/review";
        await coordinator.PutAsync(review, new { justified = false, review = "Il suffisait d’appeler." }).AnswersAsync(HttpStatusCode.NoContent);
        Assert.Equal("Il suffisait d’appeler.", (await own.JsonAsync($"{At(person)}/emergencies"))[0].GetProperty("review").GetString());
    }

    [Fact]
    public async Task Whoever_the_person_keeps_out_does_not_review_it()
    {
        var (person, practitioner) = await ArrangeAsync();
        var (own, coordinator) = (person.Account.Client(installation), await installation.RoleAsync(Role.Coordinator, person.ProjectId));
        await OpenAsync(person, practitioner).AnswersAsync(HttpStatusCode.OK);
        var id = (await own.JsonAsync($"{At(person)}/emergencies"))[0].GetProperty("emergencyId").GetGuid();
        await own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = coordinator.AccountId }).AnswersAsync(HttpStatusCode.NoContent);

        await coordinator.Client(installation).PutAsync(
            $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/emergencies/{id}/review", new { justified = true, review = "x" }).AnswersAsync(HttpStatusCode.NotFound);
        Assert.Empty((await coordinator.Client(installation).JsonAsync($"/api/v1/projects/{person.ProjectId}/emergencies")).EnumerateArray());
    }

    [Theory]
    [InlineData("kept out")]
    [InlineData("frozen")]
    [InlineData("closed")]
    [InlineData("in the circle")]
    [InlineData("removed from it")]
    public async Task It_is_never_above_a_no_of_the_person(string no)
    {
        var (person, practitioner) = await ArrangeAsync();
        var own = person.Account.Client(installation);
        await (no switch
        {
            "kept out" => own.PutAsync($"{At(person)}/restrictions/{Guid.CreateVersion7()}", new { accountId = practitioner.AccountId }).AnswersAsync(HttpStatusCode.NoContent),
            "frozen" => own.PutAsync($"{At(person)}/freezes/{Guid.CreateVersion7()}", new { }).AnswersAsync(HttpStatusCode.NoContent),
            "closed" => own.SaysNoAsync(person.ServiceUserId, "care"),
            "removed from it" => own.DeleteAsync(
                $"{At(person)}/circle/{await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.None, person.ProjectId)}").AnswersAsync(HttpStatusCode.NoContent),
            _ => installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.None, person.ProjectId),
        });

        await OpenAsync(person, practitioner).RefusesAsync(HttpStatusCode.Conflict, "rights.emergency-not-opened");
    }

    [Fact]
    public async Task Nobody_opens_somebody_of_another_project_nor_reviews_their_own()
    {
        var (person, practitioner) = await ArrangeAsync();
        var elsewhere = await installation.PersonAsync();
        await installation.ExecuteAsync($"""
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since)
                VALUES ('{Guid.CreateVersion7()}', '{practitioner.AccountId}', '{person.ProjectId}', 'coordinator', now());
            """);
        var (client, id) = (practitioner.Client(installation), Guid.CreateVersion7());
        var at = $"/api/v1/projects/{person.ProjectId}/service-users";

        await client.PutAsync($"{at}/{elsewhere.ServiceUserId}/emergencies/{id}", new { tabs = new[] { "plan" }, reason = "x" }).AnswersAsync(HttpStatusCode.NotFound);
        await client.PutAsync($"{at}/{person.ServiceUserId}/emergencies/{id}", new { tabs = new[] { "plan" }, reason = "x" }).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync($"{at}/{person.ServiceUserId}/emergencies/{id}/review", new { justified = true, review = "x" }).RefusesAsync(HttpStatusCode.Conflict, "rights.not-ones-own-review");
    }

    private async Task<(Given.Person Person, Given.SignedIn Practitioner)> ArrangeAsync(int? hours = 8)
    {
        var person = await installation.PersonAsync();
        if (hours is not null)
        {
            await installation.ExecuteAsync($"UPDATE participation.project SET emergency_hours = {hours} WHERE id = '{person.ProjectId}'");
        }

        return (person, await installation.RoleAsync(Role.Practitioner, person.ProjectId));
    }

    private Task<HttpResponseMessage> OpenAsync(Given.Person person, Given.SignedIn practitioner) => practitioner.Client(installation).PutAsync(
        $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/emergencies/{Guid.CreateVersion7()}", new { tabs = new[] { "plan" }, reason = "Injoignable." });

    // By a job, the next moment.
    private static Task<TimeSpan> StandsAsync(HttpClient client, Given.Person person, int count) =>
        Jobs.Eventually.HappensAsync(async () => (await NoticesAsync(client, person)).Count == count, TimeSpan.FromSeconds(60));

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> NoticesAsync(HttpClient client, Given.Person person) =>
        [.. (await client.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("kind").GetString() == "record_opened" && one.GetProperty("serviceUserId").GetGuid() == person.ServiceUserId)];

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}";
}
