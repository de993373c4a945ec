using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Participation;

/// <summary>What is noted together counts as the person's when the person said so from their own account, and as long as they said.</summary>
[Collection(InstallationTests.Name)]
public sealed class TogetherTests(Installation installation)
{
    [Fact]
    public async Task A_practitioner_says_yes_with_the_person_only_while_the_person_allows_it()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (own, other) = (person.Account.Client(installation), practitioner.Client(installation));
        await AllowAsync(own, person, member, null).AnswersAsync(HttpStatusCode.NoContent);
        var goals = await Task.WhenAll(other.GoalAsync(person.ServiceUserId, "Prendre du poids"), other.GoalAsync(person.ServiceUserId, "Mieux dormir"));

        await other.StepAsync(person.ServiceUserId, goals[0], "adopted", setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");
        await AllowAsync(own, person, member, Now.AddHours(2)).AnswersAsync(HttpStatusCode.NoContent);
        await other.StepAsync(person.ServiceUserId, goals[0], "adopted", setting: "joint").AnswersAsync(HttpStatusCode.OK);
        await AllowAsync(own, person, member, null).AnswersAsync(HttpStatusCode.NoContent);
        await other.StepAsync(person.ServiceUserId, goals[1], "adopted", setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");

        Assert.Equal("together_allowed together_ended", await installation.OneAsync<string>(
            $"SELECT string_agg(kind, ' ' ORDER BY at) FROM (SELECT DISTINCT ON (kind) kind, at FROM participation.circle_fact WHERE member_id = '{member}' AND kind LIKE 'together%' ORDER BY kind, at DESC) f"));
    }

    [Fact]
    public async Task What_was_begun_together_nobody_goes_on_with_once_it_is_taken_back()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var other = practitioner.Client(installation);
        var assessment = Guid.CreateVersion7();
        await (await other.OpenAsync(person.ServiceUserId, assessment, [Rated.Answer("needs.food", 60)], setting: "joint", perspective: "service_user")).BodyAsync(HttpStatusCode.Created);

        await AllowAsync(person.Account.Client(installation), person, member, null).AnswersAsync(HttpStatusCode.NoContent);

        await other.AnswerAsync(person.ServiceUserId, assessment, Rated.Answer("needs.housing", 90)).RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");
        await (await person.Account.Client(installation).AnswerAsync(person.ServiceUserId, assessment, Rated.Answer("needs.housing", 20))).BodyAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_time_over_it_no_longer_counts()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var goal = await practitioner.Client(installation).GoalAsync(person.ServiceUserId, "Prendre du poids");

        await installation.ExecuteAsync($"UPDATE participation.circle_member SET together_until = now() - interval '1 second' WHERE id = '{member}'");

        await practitioner.Client(installation).StepAsync(person.ServiceUserId, goal, "adopted", setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");
    }

    [Fact]
    public async Task Nobody_allows_it_to_themself_nor_the_person_to_a_relative_or_for_ever()
    {
        var person = await installation.PersonAsync();
        var (practitioner, relative) = (await installation.RoleAsync(Role.Practitioner, person.ProjectId), await installation.AccountAsync());
        var member = await installation.JoinAsync(person, practitioner, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var sister = await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.Contribute, null);
        var own = person.Account.Client(installation);

        await AllowAsync(practitioner.Client(installation), person, member, Now.AddDays(1)).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
        await AllowAsync(own, person, sister, Now.AddDays(1)).RefusesAsync(HttpStatusCode.Conflict, "participation.place-not-open");
        await AllowAsync(own, person, member, Now.AddDays(184)).RefusesAsync(HttpStatusCode.Conflict, "participation.together-too-long");
        await AllowAsync(own, person, member, Now.AddDays(-1)).RefusesAsync(HttpStatusCode.Conflict, "participation.together-too-long");
        await AllowAsync(own, person, Guid.CreateVersion7(), Now.AddDays(1)).AnswersAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_account_it_counts_and_claimed_the_person_is_asked_first()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var person = await practitioner.OpenedAsync(project);
        var goals = await Task.WhenAll(practitioner.GoalAsync(person, "Marcher"), practitioner.GoalAsync(person, "Mieux dormir"));
        await practitioner.StepAsync(person, goals[0], "adopted", setting: "joint").AnswersAsync(HttpStatusCode.OK);

        await installation.ClaimedAsync(practitioner, person);

        await practitioner.StepAsync(person, goals[1], "adopted", setting: "joint").RefusesAsync(HttpStatusCode.Forbidden, "access.not-together");
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task<HttpResponseMessage> AllowAsync(HttpClient client, Given.Person person, Guid member, DateTimeOffset? until) =>
        client.PutAsync($"/api/v1/service-users/{person.ServiceUserId}/circle/{member}/together", new { until });
}
