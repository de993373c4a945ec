using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Consents;

/// <summary>What a no closes, at the next request.</summary>
[Collection(InstallationTests.Name)]
public sealed class ClosingTests(Installation installation)
{
    [Theory]
    [InlineData(Role.Practitioner)]
    [InlineData(Role.Relative)]
    public async Task A_no_to_being_accompanied_closes_the_record_to_the_circle_until_the_next_yes(Role role)
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var other = (await installation.MemberAsync(person, role, AccessLevel.Contribute)).Client(installation);
        await other.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);

        await own.SaysNoAsync(person.ServiceUserId, "care");

        await other.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        await other.GetAsync($"/api/v1/service-users/{person.ServiceUserId}").AnswersAsync(HttpStatusCode.NotFound);
        Assert.Empty((await other.JsonAsync("/api/v1/service-users")).GetProperty("items").EnumerateArray());
        await own.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
        await own.SaysYesAsync(person.ServiceUserId, "care");
        await other.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_an_account_the_person_says_no_beside_their_practitioner_and_yes_again_there()
    {
        var project = await installation.ProjectAsync();
        var practitioner = (await installation.RoleAsync(Role.Practitioner, project)).Client(installation);
        var person = await practitioner.OpenedAsync(project);

        await practitioner.SaysNoAsync(person, "care");
        await practitioner.GetAsync(Plan(person)).AnswersAsync(HttpStatusCode.NotFound);
        await practitioner.GetAsync($"/api/v1/service-users/{person}").AnswersAsync(HttpStatusCode.NotFound);
        await practitioner.SaysYesAsync(person, "care");

        await practitioner.GetAsync(Plan(person)).AnswersAsync(HttpStatusCode.OK);
        var answers = (await practitioner.JsonAsync($"/api/v1/service-users/{person}/consents/answers")).GetProperty("items");
        Assert.Equal(["together", "together"], answers.EnumerateArray().Select(answer => answer.GetProperty("ground").GetString()));
    }

    [Fact]
    public async Task Once_the_person_has_their_account_nobody_answers_for_them()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);

        await practitioner.AnswerAsync(person.ServiceUserId, "care", "", false).RefusesAsync(HttpStatusCode.Forbidden, "access.role-needed");
    }

    [Fact]
    public async Task A_no_to_another_system_closes_it_and_tells_it_what_to_remove()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var system = await installation.MemberAsync(person, Role.Integrator, AccessLevel.Contribute);
        var client = system.Client(installation);
        await client.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);

        await own.SaysNoAsync(person.ServiceUserId, "integrator", $"{system.AccountId}");

        await client.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.NotFound);
        var told = (await client.JsonAsync("/api/v1/tombstones")).GetProperty("items");
        Assert.Equal((person.ServiceUserId, "withdrawn"), (told[0].GetProperty("serviceUserId").GetGuid(), told[0].GetProperty("reason").GetString()));
        await own.SaysYesAsync(person.ServiceUserId, "integrator", $"{system.AccountId}");
        await client.GetAsync(Plan(person.ServiceUserId)).AnswersAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_system_reads_its_own_feed_in_pages_and_nobody_elses()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var (one, other) = (await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read), await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read));
        await own.SaysNoAsync(person.ServiceUserId, "integrator", $"{one.AccountId}");
        await own.SaysNoAsync(person.ServiceUserId, "care");

        var first = await one.Client(installation).JsonAsync("/api/v1/tombstones?limit=1");
        var rest = await one.Client(installation).JsonAsync($"/api/v1/tombstones?limit=1&cursor={first.GetProperty("next").GetString()}");

        Assert.NotEqual(first.GetProperty("items")[0].GetProperty("number").GetInt64(), rest.GetProperty("items")[0].GetProperty("number").GetInt64());
        Assert.Equal(1, (await other.Client(installation).JsonAsync("/api/v1/tombstones")).GetProperty("items").GetArrayLength());
        await own.GetAsync("/api/v1/tombstones").AnswersAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_researcher_reads_who_withdrew_from_what_is_studied_in_their_project_and_from_nothing_else()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        const string Theme = "housing";
        var study = await installation.StudyAsync(person.ProjectId, Theme);
        var elsewhere = await installation.ProjectAsync();
        await installation.StudyAsync(elsewhere, "justice");
        foreach (var (kind, subject) in new[] { ("research_theme", Theme), ("research_study", $"{study}"), ("project_statistics", $"{person.ProjectId}") })
        {
            await own.SaysYesAsync(person.ServiceUserId, kind, subject);
            await own.SaysNoAsync(person.ServiceUserId, kind, subject);
        }

        Assert.Empty(await ToldAsync(elsewhere));
        Assert.Equal([Theme, $"{study}", $"{person.ProjectId}"], (await ToldAsync(person.ProjectId)).Distinct());

        async Task<string[]> ToldAsync(Guid project)
        {
            var researcher = (await installation.RoleAsync(Role.Researcher, project)).Client(installation);
            // What other tests left of the same theme is not this person's.
            var feed = (await researcher.JsonAsync("/api/v1/tombstones?limit=100")).GetProperty("items");
            return feed.EnumerateArray().Where(one => one.GetProperty("serviceUserId").GetGuid() == person.ServiceUserId).Select(one => one.GetProperty("subject").GetString()!).ToArray();
        }
    }

    private static string Plan(Guid person) => $"/api/v1/service-users/{person}/plan";
}
