using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class CircleTests(Installation installation)
{
    [Fact]
    public async Task Whoever_opened_the_record_is_in_the_circle_with_every_tab_open()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await PractitionerAsync(project);
        var person = await practitioner.Client(installation).OpenedAsync(project);

        var member = Assert.Single((await practitioner.Client(installation).JsonAsync(Circle(person))).EnumerateArray());

        Assert.Equal(("opened_together", "active", true), (Text(member, "ground"), Text(member, "state"), member.GetProperty("confirmed").GetBoolean()));
        Assert.All(member.GetProperty("sharing").EnumerateObject(), tab => Assert.Equal("contribute", tab.Value.GetString()));
    }

    [Fact]
    public async Task A_practitioner_whom_the_person_invites_is_in_once_they_accept()
    {
        var person = await installation.PersonAsync();
        var (own, invited) = (person.Account.Client(installation), await PractitionerAsync(person.ProjectId));
        var (practitioner, member) = (invited.Client(installation), Guid.CreateVersion7());
        var body = Invite(invited.AccountId, person.ProjectId);
        Assert.Contains((await own.JsonAsync($"{Circle(person.ServiceUserId)}/candidates")).EnumerateArray(), candidate => candidate.GetProperty("accountId").GetGuid() == invited.AccountId);

        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}", body).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}", body).AnswersAsync(HttpStatusCode.NoContent);
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", body).RefusesAsync(HttpStatusCode.Conflict, "participation.already-in-circle");
        await practitioner.GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        var invitation = Assert.Single((await practitioner.JsonAsync("/api/v1/account/invitations")).EnumerateArray());
        Assert.Equal(("Zéphyr l’Inventé", member), (Text(invitation, "calledName"), invitation.GetProperty("memberId").GetGuid()));

        await practitioner.PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = true }).AnswersAsync(HttpStatusCode.NoContent);
        await practitioner.PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = true }).AnswersAsync(HttpStatusCode.NoContent);

        await practitioner.GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        Assert.Empty((await practitioner.JsonAsync("/api/v1/account/invitations")).EnumerateArray());
        Assert.Equal(["joined", "invited"], await HistoryAsync(own, person.ServiceUserId));
    }

    [Fact]
    public async Task An_invitation_is_for_the_invited_only_and_can_be_declined()
    {
        var person = await installation.PersonAsync();
        var (own, invited, other) = (person.Account.Client(installation), await PractitionerAsync(person.ProjectId), await PractitionerAsync(person.ProjectId));
        var member = Guid.CreateVersion7();
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}", Invite(invited.AccountId, person.ProjectId)).AnswersAsync(HttpStatusCode.NoContent);

        await other.Client(installation).PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = true }).AnswersAsync(HttpStatusCode.NotFound);
        await invited.Client(installation).PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = false }).AnswersAsync(HttpStatusCode.NoContent);
        await invited.Client(installation).PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = true }).AnswersAsync(HttpStatusCode.NotFound);

        await invited.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_who_hold_the_role_in_one_of_the_persons_projects_can_be_invited()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var elsewhere = await installation.ProjectAsync();
        var stranger = await PractitionerAsync(elsewhere);

        await own.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", Invite(stranger.AccountId, elsewhere)).RefusesAsync(HttpStatusCode.Conflict, "participation.not-in-project");
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", Invite(stranger.AccountId, person.ProjectId))
            .RefusesAsync(HttpStatusCode.Conflict, "participation.account-unknown");
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", new { role = "administrator", sharing = Calls.Sharing() }).AnswersAsync(HttpStatusCode.BadRequest);
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", new { role = "practitioner", sharing = Calls.Sharing() }).AnswersAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_relative_comes_with_a_code_and_only_once()
    {
        var person = await installation.PersonAsync();
        var (own, relative, member) = (person.Account.Client(installation), await installation.AccountAsync(), Guid.CreateVersion7());
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}", new { role = "relative", label = "ma sœur", sharing = Calls.Sharing(AccessLevel.Read) }).AnswersAsync(HttpStatusCode.NoContent);
        var code = Text(await (await own.PostAsync($"{Circle(person.ServiceUserId)}/{member}/codes")).JsonAsync(), "code");

        await own.PostAsync("/api/v1/account/places", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.not-for-oneself");
        await relative.Client(installation).PostAsync("/api/v1/account/places", new { code }).AnswersAsync(HttpStatusCode.OK);

        await relative.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        await (await installation.AccountAsync()).Client(installation).PostAsync("/api/v1/account/places", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
        await own.PostAsync($"{Circle(person.ServiceUserId)}/{member}/codes").RefusesAsync(HttpStatusCode.Conflict, "participation.place-not-open");
        Assert.Equal("ma sœur", Text(Assert.Single((await own.JsonAsync(Circle(person.ServiceUserId))).EnumerateArray()), "label"));
        await relative.Client(installation).GetAsync(Circle(person.ServiceUserId)).AnswersAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_code_of_an_invitation_taken_back_is_no_good_any_more()
    {
        var person = await installation.PersonAsync();
        var (own, member) = (person.Account.Client(installation), Guid.CreateVersion7());
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}", new { role = "relative", sharing = Calls.Sharing() }).AnswersAsync(HttpStatusCode.NoContent);
        var code = Text(await (await own.PostAsync($"{Circle(person.ServiceUserId)}/{member}/codes")).JsonAsync(), "code");

        await own.DeleteAsync($"{Circle(person.ServiceUserId)}/{member}").AnswersAsync(HttpStatusCode.NoContent);

        await (await installation.AccountAsync()).Client(installation).PostAsync("/api/v1/account/places", new { code }).RefusesAsync(HttpStatusCode.Conflict, "participation.code-not-good");
    }

    [Fact]
    public async Task Whom_a_coordinator_puts_forward_waits_for_the_yes_of_a_person_who_has_an_account()
    {
        var person = await installation.PersonAsync();
        var (own, forward, coordinator) = (person.Account.Client(installation), await PractitionerAsync(person.ProjectId), await CoordinatorAsync(person.ProjectId));
        var member = Guid.CreateVersion7();

        await coordinator.PutAsync(Forward(person.ProjectId, person.ServiceUserId, member), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.NoContent);
        await coordinator.PutAsync(Forward(person.ProjectId, person.ServiceUserId, member), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.NoContent);
        await forward.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        await forward.Client(installation).PutAsync($"{Circle(person.ServiceUserId)}/{member}/answer", new { yes = true }).AnswersAsync(HttpStatusCode.NotFound);
        await coordinator.GetAsync(Circle(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);

        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}/confirmation", new { yes = true }).AnswersAsync(HttpStatusCode.NoContent);

        await forward.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync($"{Circle(person.ServiceUserId)}/{member}/confirmation", new { yes = false }).RefusesAsync(HttpStatusCode.Conflict, "participation.place-not-open");
        Assert.Equal(["confirmed", "put_forward"], await HistoryAsync(own, person.ServiceUserId));
    }

    [Fact]
    public async Task Put_forward_before_the_claim_they_are_in_at_once_and_shown_as_not_yet_confirmed()
    {
        var project = await installation.ProjectAsync();
        var opener = (await PractitionerAsync(project)).Client(installation);
        var (person, forward, coordinator, member) = (await opener.OpenedAsync(project), await PractitionerAsync(project), await CoordinatorAsync(project), Guid.CreateVersion7());

        await coordinator.PutAsync(Forward(project, person, member), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.NoContent);
        await forward.Client(installation).GetAsync(Record(person)).AnswersAsync(HttpStatusCode.OK);
        var own = (await installation.ClaimedAsync(opener, person)).Client(installation);
        var shown = (await own.JsonAsync(Circle(person))).EnumerateArray().Single(place => place.GetProperty("memberId").GetGuid() == member);
        Assert.False(shown.GetProperty("confirmed").GetBoolean());

        await own.PutAsync($"{Circle(person)}/{member}/confirmation", new { yes = false }).AnswersAsync(HttpStatusCode.NoContent);

        await forward.Client(installation).GetAsync(Record(person)).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_coordinator_puts_nobody_forward_to_people_of_another_project()
    {
        var (person, project) = (await installation.PersonAsync(), await installation.ProjectAsync());
        var forward = await PractitionerAsync(project);

        await (await CoordinatorAsync(project)).PutAsync(Forward(project, person.ServiceUserId, Guid.CreateVersion7()), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.NotFound);
        await (await CoordinatorAsync(project)).PutAsync(Forward(person.ProjectId, person.ServiceUserId, Guid.CreateVersion7()), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.NotFound);
        await forward.Client(installation).PutAsync(Forward(project, Guid.CreateVersion7(), Guid.CreateVersion7()), Put(forward.AccountId)).AnswersAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_person_removes_anybody_and_a_member_leaves_but_removes_nobody()
    {
        var person = await installation.PersonAsync();
        var (removed, leaving) = (await installation.AccountAsync(), await installation.AccountAsync());
        var removedPlace = await installation.JoinAsync(person, removed, Role.Relative, AccessLevel.Read, null);
        var leavingPlace = await installation.JoinAsync(person, leaving, Role.Relative, AccessLevel.Read, null);

        await leaving.Client(installation).DeleteAsync($"{Circle(person.ServiceUserId)}/{removedPlace}").RefusesAsync(HttpStatusCode.Forbidden, "participation.only-the-person-decides");
        await leaving.Client(installation).DeleteAsync($"{Circle(person.ServiceUserId)}/{leavingPlace}").AnswersAsync(HttpStatusCode.NoContent);
        await person.Account.Client(installation).DeleteAsync($"{Circle(person.ServiceUserId)}/{removedPlace}").AnswersAsync(HttpStatusCode.NoContent);
        await person.Account.Client(installation).DeleteAsync($"{Circle(person.ServiceUserId)}/{removedPlace}").AnswersAsync(HttpStatusCode.NoContent);

        await leaving.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        await removed.Client(installation).GetAsync(Record(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        Assert.Equal(["removed", "left"], await HistoryAsync(person.Account.Client(installation), person.ServiceUserId));
        Assert.Empty((await person.Account.Client(installation).JsonAsync(Circle(person.ServiceUserId))).EnumerateArray());
    }

    [Fact]
    public async Task Somebody_elses_circle_is_not_there()
    {
        var person = await installation.PersonAsync();
        var other = (await installation.PersonAsync()).Account.Client(installation);

        await other.GetAsync(Circle(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        await other.GetAsync($"{Circle(person.ServiceUserId)}/history").AnswersAsync(HttpStatusCode.NotFound);
        await other.PutAsync($"{Circle(person.ServiceUserId)}/{Guid.CreateVersion7()}", new { role = "relative", sharing = Calls.Sharing() }).AnswersAsync(HttpStatusCode.NotFound);
    }

    private static string Circle(Guid person) => $"/api/v1/service-users/{person}/circle";

    private static string Record(Guid person) => $"/api/v1/service-users/{person}";

    private static string Forward(Guid project, Guid person, Guid member) => $"/api/v1/projects/{project}/service-users/{person}/circle/{member}";

    private static object Invite(Guid account, Guid project) => new { role = "practitioner", accountId = account, projectId = project, sharing = Calls.Sharing() };

    private static object Put(Guid account) => new { accountId = account, role = "practitioner", sharing = Calls.Sharing(AccessLevel.Read) };

    private static string Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private Task<Given.SignedIn> PractitionerAsync(Guid project) => installation.RoleAsync(Role.Practitioner, project);

    private async Task<HttpClient> CoordinatorAsync(Guid project) => (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);

    private static async Task<string[]> HistoryAsync(HttpClient own, Guid person) =>
        [.. (await own.JsonAsync($"{Circle(person)}/history")).GetProperty("items").EnumerateArray().Select(fact => Text(fact, "kind"))];
}
