using System.Net;
using Barometre.Application.Rights.Retention;
using Barometre.Domain.Rights.Retention;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi.Verbs;

namespace Barometre.IntegrationTests.Rights;

public sealed class RetentionTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Fact]
    public async Task Announced_then_closed_then_announced_then_erased()
    {
        var (person, certified) = (await installation.ForgottenAsync(months: 24, monthsAgo: 25), await CertifiedAsync());
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var system = (await installation.MemberAsync(person, Role.Integrator, AccessLevel.Read)).Client(installation);

        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(person));
        Assert.Equal(RetentionStep.None, await installation.StepAsync(person));
        await installation.PassAsync(person, "closes_at");
        Assert.Equal(RetentionStep.Close, await installation.StepAsync(person));
        Assert.Equal(HttpStatusCode.NotFound, (await practitioner.GetAsync(Planned.Path(person.ServiceUserId))).StatusCode);
        Assert.Equal("withdrawn", (await system.JsonAsync("/api/v1/tombstones")).GetProperty("items")[0].GetProperty("reason").GetString());
        await installation.PassAsync(person, "erases_at");
        Assert.Equal(RetentionStep.AnnounceErasing, await installation.StepAsync(person));
        Assert.Equal(RetentionStep.None, await installation.StepAsync(person));
        await installation.PassAsync(person, "erases_at");
        Assert.Equal(RetentionStep.Erase, await installation.StepAsync(person));
        await installation.RunErasuresAsync();

        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
        Assert.Equal(certified + 1, await CertifiedAsync());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);

        var would = await installation.SendAsync(new RunRetentionCommand(DryRun: true));
        var again = await installation.SendAsync(new RunRetentionCommand(DryRun: true));

        Assert.Equal(RetentionStep.AnnounceClosing, Assert.Single(would, act => act.ServiceUserId == person.ServiceUserId).Step);
        Assert.Equal(would.Count, again.Count);
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM rights.keeping WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    [Fact]
    public async Task Without_an_account_of_the_person_whoever_accompanies_them_is_told()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Read)).Client(installation);
        await installation.ExecuteAsync($"UPDATE participation.service_user SET account_id = NULL WHERE service_user_id = '{person.ServiceUserId}'");

        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(person));

        Assert.Equal("record_closes", (await practitioner.JsonAsync("/api/v1/account/reminders")).GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Empty((await relative.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray());
        // They read what it is about, which is no contact; a relative does not.
        Assert.True((await practitioner.JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/retention")).GetProperty("announced").GetBoolean());
        await relative.GetAsync($"/api/v1/service-users/{person.ServiceUserId}/retention").AnswersAsync(HttpStatusCode.Forbidden);
        Assert.Equal(RetentionStep.None, await installation.StepAsync(person));
    }

    [Fact]
    public async Task A_project_in_France_from_before_it_had_to_say_for_how_long_keeps_no_record_for_ever()
    {
        var person = await installation.ForgottenAsync(months: null, monthsAgo: 25);
        await installation.ExecuteAsync($"UPDATE participation.project SET country = 'france' WHERE id = '{person.ProjectId}'");

        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(person));
    }

    [Fact]
    public async Task One_record_that_fails_holds_up_no_other_and_what_was_done_is_logged_without_saying_of_whom()
    {
        var people = new[] { await installation.ForgottenAsync(24, 25), await installation.ForgottenAsync(24, 25) };
        // The first to be looked at.
        var (stuck, other) = (people.MinBy(person => person.ServiceUserId)!, people.MaxBy(person => person.ServiceUserId)!);
        await installation.ExecuteAsync($"""
            CREATE FUNCTION rights.planted_failure() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''planted''; END';
            CREATE TRIGGER planted_failure BEFORE INSERT ON rights.keeping FOR EACH ROW WHEN (NEW.service_user_id = '{stuck.ServiceUserId}') EXECUTE FUNCTION rights.planted_failure();
            """);
        installation.Logged.Clear();

        await Assert.ThrowsAsync<RetentionIncomplete>(() => installation.SendAsync(new RunRetentionCommand(DryRun: false)));
        var lines = installation.Logged.Where(line => line.StartsWith("Retention", StringComparison.Ordinal)).ToList();
        await installation.ExecuteAsync("DROP FUNCTION rights.planted_failure CASCADE");

        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM rights.keeping WHERE service_user_id = '{other.ServiceUserId}'"));
        Assert.Contains(lines, line => line.Contains("AnnounceClosing of ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("1 failures", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => people.Any(person => line.Contains($"{person.ServiceUserId}", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(RetentionStep.AnnounceClosing, await installation.StepAsync(stuck));
    }

    [Fact]
    public async Task On_the_command_line_a_record_that_fails_is_named_the_others_are_gone_on_with_and_the_exit_code_says_so()
    {
        var stuck = await installation.ForgottenAsync(24, 25);
        await installation.StepAsync(stuck);
        await installation.PassAsync(stuck, "closes_at");
        // Younger, and looked at later.
        var other = await installation.ForgottenAsync(24, 25);
        await installation.ExecuteAsync($"""
            CREATE FUNCTION rights.planted_failure(person uuid) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN IF person = ''{stuck.ServiceUserId}'' THEN RAISE EXCEPTION ''planted''; END IF; RETURN true; END';
            GRANT EXECUTE ON FUNCTION rights.planted_failure TO barometre_worker;
            CREATE POLICY planted_failure ON rights.keeping AS RESTRICTIVE FOR SELECT TO barometre_worker USING (rights.planted_failure(platform.current_person()));
            """);

        using StringWriter would = new(), mended = new();
        var failed = await RetentionVerb.RunAsync(installation.App, dryRun: true, would);
        await installation.ExecuteAsync("DROP FUNCTION rights.planted_failure CASCADE");
        var done = await RetentionVerb.RunAsync(installation.App, dryRun: true, mended);

        var lines = would.ToString().Split('\n');
        Assert.Equal((1, 0), (failed, done));
        Assert.Equal($"{stuck.ServiceUserId}  failed            PostgresException", Assert.Single(lines, line => line.StartsWith($"{stuck.ServiceUserId}", StringComparison.Ordinal)).TrimEnd());
        Assert.StartsWith($"{other.ServiceUserId}  announce_closing  last contact ", Assert.Single(lines, line => line.StartsWith($"{other.ServiceUserId}", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* records would be concerned, 1 failed; nothing was changed[.]", would.ToString());
        Assert.Contains($"{stuck.ServiceUserId}  close ", mended.ToString(), StringComparison.Ordinal);
        Assert.Contains(" would be concerned, 0 failed; nothing was changed.", mended.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_reads_what_is_announced_and_having_come_back_reads_nothing()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        var own = person.Account.Client(installation);
        await installation.StepAsync(person);

        var told = await own.JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/retention");
        // It stands in the inbox too, though the person wants no reminders there.
        await own.SaysNoAsync(person.ServiceUserId, "reminders", "inbox");
        var inbox = (await own.JsonAsync("/api/v1/account/reminders")).GetProperty("items");
        Assert.Equal(("record_closes", person.ServiceUserId), (inbox[0].GetProperty("kind").GetString(), inbox[0].GetProperty("serviceUserId").GetGuid()));
        await own.GoalAsync(person.ServiceUserId, "Je suis là");
        Assert.Equal(RetentionStep.Forget, await installation.StepAsync(person));
        var then = await own.JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/retention");

        Assert.Empty((await own.JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray());
        Assert.True(told.GetProperty("announced").GetBoolean());
        Assert.True(told.GetProperty("closesAt").GetDateTimeOffset() > Planned.Now.AddDays(59));
        Assert.False(then.GetProperty("announced").GetBoolean());
    }

    [Fact]
    public async Task What_somebody_noted_or_looked_at_lately_counts_as_contact()
    {
        var (noted, seen, kept) = (await installation.ForgottenAsync(24, 25), await installation.ForgottenAsync(24, 25), await installation.ForgottenAsync(null, 99));
        await noted.Account.Client(installation).GoalAsync(noted.ServiceUserId, "Un but");
        await (await installation.MemberAsync(seen, Role.Practitioner, AccessLevel.Read)).Client(installation).PlanAsync(seen.ServiceUserId);

        var acts = await installation.SendAsync(new RunRetentionCommand(DryRun: true));

        Assert.DoesNotContain(acts, act => new[] { noted, seen, kept }.Any(person => person.ServiceUserId == act.ServiceUserId));
    }

    [Fact]
    public async Task An_erasing_that_was_asked_for_and_never_confirmed_keeps_no_record_past_its_time()
    {
        var person = await installation.ForgottenAsync(months: 24, monthsAgo: 25);
        await person.Account.Client(installation).PutAsync($"/api/v1/service-users/{person.ServiceUserId}/erasures/{Guid.CreateVersion7()}", new { }).AnswersAsync(HttpStatusCode.OK);
        await installation.StepAsync(person);
        await installation.PassAsync(person, "closes_at");
        await installation.StepAsync(person);
        await installation.PassAsync(person, "erases_at");
        await installation.StepAsync(person);
        await installation.PassAsync(person, "erases_at");

        Assert.Equal(RetentionStep.Erase, await installation.StepAsync(person));
        await installation.RunErasuresAsync();

        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
    }

    private Task<long> CertifiedAsync() =>
        installation.CountAsync("SELECT count(*) FROM rights.certificate WHERE code_hash IS NULL AND content LIKE '%\"ground\": \"retention\"%'");
}
