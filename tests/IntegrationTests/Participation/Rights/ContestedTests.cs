using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.Rights;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>The person learns that somebody represents them, and may contest it.</summary>
[Collection(InstallationTests.Name)]
public sealed class ContestedTests(Installation installation)
{
    [Fact]
    public async Task The_person_finds_in_their_inbox_that_somebody_represents_them_and_until_when_whatever_reminders_they_want()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        await own.SaysNoAsync(person.ServiceUserId, "reminders", "inbox");

        var (_, id) = await installation.RepresentedAsync(person);

        await StandsAsync(own, person, "represented", 1);
        var (notice, listed) = ((await NoticesAsync(own, person, "represented"))[0], (await own.JsonAsync(At(person)))[0]);
        Assert.Equal((id, listed.GetProperty("endsOn").GetString()), (notice.GetProperty("subjectId").GetGuid(), notice.GetProperty("day").GetString()));
        await (await installation.CoordinatorAsync(person)).DeleteAsync(Representing.Path(person, id)).AnswersAsync(HttpStatusCode.NoContent);
        await StandsAsync(own, person, "represented", 0);
    }

    [Fact]
    public async Task Whoever_claims_their_record_finds_who_represents_them_already()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var person = new Given.Person(await practitioner.Client(installation).OpenedAsync(project), project, practitioner);
        await installation.RepresentedAsync(person);

        var own = (await installation.ClaimedAsync(practitioner.Client(installation), person.ServiceUserId)).Client(installation);

        await StandsAsync(own, person, "represented", 1);
    }

    [Fact]
    public async Task As_long_as_the_person_contests_it_the_representative_reads_on_and_decides_nothing()
    {
        var (person, representative, id) = await ArrangeAsync();
        var (own, client, record) = (person.Account.Client(installation), representative.Client(installation), $"/api/v1/service-users/{person.ServiceUserId}");
        var contest = Contest(person, id);

        await own.PutAsync(contest, new { }).AnswersAsync(HttpStatusCode.NoContent);

        await client.GetAsync($"{record}/plan").AnswersAsync(HttpStatusCode.OK);
        await client.GetAsync($"{record}/restrictions").AnswersAsync(HttpStatusCode.OK);
        await client.AnswerAsync(person.ServiceUserId, "community", "", true).RefusesAsync(HttpStatusCode.Conflict, "rights.contested");
        await client.AnswerAsync(person.ServiceUserId, "care", "", false).RefusesAsync(HttpStatusCode.Conflict, "rights.contested");
        foreach (var decided in new[] { $"freezes/{Guid.CreateVersion7()}", $"archives/{Guid.CreateVersion7()}", $"erasures/{Guid.CreateVersion7()}" })
        {
            await client.PutAsync($"{record}/{decided}", new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.contested");
        }

        await client.PutAsync($"{record}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner" }).RefusesAsync(HttpStatusCode.Conflict, "rights.contested");
        await own.DeleteAsync(contest).AnswersAsync(HttpStatusCode.NoContent);
        await client.PutAsync($"{record}/restrictions/{Guid.CreateVersion7()}", new { role = "practitioner" }).AnswersAsync(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("taken back")]
    [InlineData("ended")]
    public async Task It_stands_in_the_lists_of_all_who_are_concerned_and_in_the_coordinators_inbox_until_it_is_taken_back_or_the_representation_ends(string how)
    {
        var (person, representative, id) = await ArrangeAsync();
        var (own, client, coordinator) = (person.Account.Client(installation), representative.Client(installation), await installation.CoordinatorAsync(person));
        var keptOut = await installation.RoleAsync(Role.Coordinator, person.ProjectId);
        await own.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/restrictions/{Guid.CreateVersion7()}", new { accountId = keptOut.AccountId }).AnswersAsync(HttpStatusCode.NoContent);
        var (contest, list) = (Contest(person, id), $"/api/v1/projects/{person.ProjectId}/representatives");

        await own.PutAsync(contest, new { }).AnswersAsync(HttpStatusCode.NoContent);

        await StandsAsync(coordinator, person, "contested", 1);
        await StandsAsync(keptOut.Client(installation), person, "contested", 0);
        Assert.Empty((await keptOut.Client(installation).JsonAsync(list)).EnumerateArray());
        var (seen, notice) = ((await coordinator.JsonAsync(list))[0], (await NoticesAsync(coordinator, person, "contested"))[0]);
        Assert.Equal((id, person.ServiceUserId, "Compte inventé"), (seen.GetProperty("representativeId").GetGuid(), seen.GetProperty("serviceUserId").GetGuid(), seen.GetProperty("displayName").GetString()));
        Assert.Equal(notice.GetProperty("subjectId").GetGuid(), seen.GetProperty("contestId").GetGuid());
        var since = seen.GetProperty("contestedAt").GetDateTimeOffset();
        Assert.Equal((since, since), ((await own.JsonAsync(At(person)))[0].GetProperty("contestedAt").GetDateTimeOffset(), (await client.JsonAsync("/api/v1/account/represented"))[0].GetProperty("contestedAt").GetDateTimeOffset()));
        await (how == "ended" ? coordinator.DeleteAsync(Representing.Path(person, id)) : own.DeleteAsync(contest)).AnswersAsync(HttpStatusCode.NoContent);
        await StandsAsync(coordinator, person, "contested", 0);
        Assert.Equal(how == "ended", (await own.JsonAsync(At(person)))[0].GetProperty("contestedAt").ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task Another_representation_of_the_same_account_does_not_go_round_it()
    {
        var (person, representative, id) = await ArrangeAsync();
        await person.Account.Client(installation).PutAsync(Contest(person, id), new { }).AnswersAsync(HttpStatusCode.NoContent);

        await installation.RepresentedAsync(person, by: representative);

        await representative.Client(installation).AnswerAsync(person.ServiceUserId, "community", "", true).RefusesAsync(HttpStatusCode.Conflict, "rights.contested");
    }

    [Fact]
    public async Task Contesting_calls_off_an_erasing_that_was_asked_for_in_the_persons_right()
    {
        var (person, representative, id) = await ArrangeAsync();
        var own = person.Account.Client(installation);
        await representative.Client(installation).EraseAsync(person.ServiceUserId);

        await own.PutAsync(Contest(person, id), new { }).AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal("cancelled", (await own.JsonAsync(Erasing.Path(person.ServiceUserId)))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task It_leaves_standing_what_the_person_asked_for_themself()
    {
        var (person, _, id) = await ArrangeAsync();
        var own = person.Account.Client(installation);
        await own.AskedAsync(person.ServiceUserId);

        await own.PutAsync(Contest(person, id), new { }).AnswersAsync(HttpStatusCode.NoContent);

        Assert.Equal("asked", (await own.JsonAsync(Erasing.Path(person.ServiceUserId)))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Nobody_but_the_person_contests_once_at_a_time_and_nothing_that_is_over()
    {
        var (person, representative, id) = await ArrangeAsync();
        var (own, coordinator, contest) = (person.Account.Client(installation), await installation.CoordinatorAsync(person), Contest(person, id));

        await representative.Client(installation).PutAsync(contest, new { }).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await coordinator.PutAsync(contest, new { }).AnswersAsync(HttpStatusCode.NotFound);
        await own.PutAsync(Contest(person, Guid.CreateVersion7()), new { }).AnswersAsync(HttpStatusCode.NotFound);
        await own.PutAsync(contest, new { }).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync(contest, new { }).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync(Contest(person, id), new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.already-contested");
        var (_, other) = await installation.RepresentedAsync(person);
        await own.PutAsync(contest.Replace($"{id}", $"{other}", StringComparison.Ordinal), new { }).RefusesAsync(HttpStatusCode.Conflict, "participation.id-taken");
        await representative.Client(installation).DeleteAsync(contest).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await own.DeleteAsync(contest).AnswersAsync(HttpStatusCode.NoContent);
        await coordinator.DeleteAsync(Representing.Path(person, id)).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync(Contest(person, id), new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.representation-over");
        Assert.Equal(1, await installation.OneAsync<long>($"SELECT count(*) FROM participation.representation_contest WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    private async Task<(Given.Person Person, Given.SignedIn Representative, Guid Id)> ArrangeAsync()
    {
        var person = await installation.PersonAsync();
        var (representative, id) = await installation.RepresentedAsync(person);
        return (person, representative, id);
    }

    // By a job, the next moment.
    private static Task<TimeSpan> StandsAsync(HttpClient client, Given.Person person, string kind, int count) =>
        Jobs.Eventually.HappensAsync(async () => (await NoticesAsync(client, person, kind)).Count == count, TimeSpan.FromSeconds(60));

    private static async Task<IReadOnlyList<JsonElement>> NoticesAsync(HttpClient client, Given.Person person, string kind) =>
        [.. (await client.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("kind").GetString() == kind && one.GetProperty("serviceUserId").GetGuid() == person.ServiceUserId)];

    private static string At(Given.Person person) => $"/api/v1/service-users/{person.ServiceUserId}/representatives";

    private static string Contest(Given.Person person, Guid representation) => $"{At(person)}/{representation}/contests/{Guid.CreateVersion7()}";
}
