using System.Globalization;
using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Participation;

/// <summary>A node remembers what it decided, and the database confirms it with each reading: what changed meanwhile counts at the next request.</summary>
[Collection(InstallationTests.Name)]
public sealed class RememberedDecisionTests(Installation installation)
{
    [Theory]
    [InlineData("UPDATE participation.circle_member SET quality_of_life = 'none' WHERE service_user_id = '{0}' AND account_id = '{1}'", HttpStatusCode.Forbidden)]
    [InlineData("UPDATE participation.circle_member SET state = 'ended', until = now() WHERE service_user_id = '{0}' AND account_id = '{1}'", HttpStatusCode.NotFound)]
    [InlineData("UPDATE participation.role_assignment SET until = now() WHERE account_id = '{1}'", HttpStatusCode.NotFound)]
    [InlineData("UPDATE participation.enrolment SET until = now() WHERE service_user_id = '{0}'", HttpStatusCode.NotFound)]
    [InlineData("UPDATE participation.account SET password_hash = 'short', long_password = false WHERE id = '{1}'", HttpStatusCode.Forbidden)]
    [InlineData("UPDATE participation.account_session SET ended_at = now() WHERE account_id = '{1}'", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE participation.account_session SET expires_at = now() WHERE account_id = '{1}'", HttpStatusCode.Unauthorized)]
    [InlineData("UPDATE participation.account_session SET strong = false WHERE account_id = '{1}'; UPDATE participation.project SET demonstration = false WHERE id IN (SELECT project_id FROM participation.circle_member WHERE service_user_id = '{0}')", HttpStatusCode.Forbidden)]
    [InlineData("UPDATE participation.service_user SET care_closed = true WHERE service_user_id = '{0}'", HttpStatusCode.NotFound)]
    [InlineData("UPDATE participation.service_user SET frozen = true WHERE service_user_id = '{0}'", HttpStatusCode.NotFound)]
    [InlineData("INSERT INTO participation.restriction (service_user_id, id, account_id, by, ground, since) VALUES ('{0}', gen_random_uuid(), '{1}', '{1}', 'person', now())", HttpStatusCode.NotFound)]
    public async Task What_took_a_look_away_counts_at_the_next_request_and_that_look_is_not_entered(string change, HttpStatusCode then)
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        var client = practitioner.Client(installation);
        await client.GetAsync(Picture(person)).AnswersAsync(HttpStatusCode.OK);
        await client.GetAsync(Picture(person)).AnswersAsync(HttpStatusCode.OK);

        await installation.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, change, person.ServiceUserId, practitioner.AccountId));

        await client.GetAsync(Picture(person)).AnswersAsync(then);
        Assert.Equal(2L, await LooksAsync(person));
    }

    [Fact]
    public async Task Somebody_elses_session_says_nothing_of_ones_own_record()
    {
        var (person, other) = (await installation.PersonAsync(), await installation.AccountAsync());

        var said = await installation.OneAsync<string>($"""
            SELECT participation.standing_of('{person.Account.AccountId}', '{other.SessionId}', '{person.ServiceUserId}', now(), '{Guid.Empty}')::text
              FROM (SELECT set_config('barometre.person', '{person.ServiceUserId}', true) OFFSET 0) told
            """);

        Assert.Equal("{}", said);
    }

    [Fact]
    public async Task What_was_opened_further_counts_too()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.AccountAsync();
        await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.Read, null);
        var client = relative.Client(installation);
        await client.GetAsync(Overview(person)).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET network = 'none', plan = 'none' WHERE service_user_id = '{person.ServiceUserId}'");

        var less = await (await client.GetAsync(Overview(person))).BodyAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET network = 'read' WHERE service_user_id = '{person.ServiceUserId}'");
        var more = await (await client.GetAsync(Overview(person))).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Object),
            (less.GetProperty("network").ValueKind, more.GetProperty("network").ValueKind));
        Assert.Equal(5L + 3L + 4L, await LooksAsync(person));
    }

    [Fact]
    public async Task A_look_at_what_is_not_there_is_entered_each_time()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        var client = practitioner.Client(installation);

        for (var i = 0; i < 3; i++)
        {
            await client.GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/assessments/{Guid.CreateVersion7()}", UriKind.Relative))
                .AnswersAsync(HttpStatusCode.NotFound);
        }

        Assert.Equal(3L, await LooksAsync(person));
    }

    private static Uri Picture(Given.Person person) => new($"/api/v1/service-users/{person.ServiceUserId}/quality-of-life/picture", UriKind.Relative);

    private static Uri Overview(Given.Person person) => new($"/api/v1/service-users/{person.ServiceUserId}/overview", UriKind.Relative);

    private Task<long> LooksAsync(Given.Person person) =>
        installation.OneAsync<long>($"SELECT count(*) FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}'");
}
