using System.Net;
using System.Text;
using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.AccomplishmentPlan.Reminders.RemindersInstallation;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Reminders;

/// <summary>Mail over a real socket: that something waits, and nothing else.</summary>
public sealed class ReminderMailTests(RemindersInstallation installation) : IClassFixture<RemindersInstallation>
{
    [Fact]
    public async Task An_address_counts_once_its_code_came_back_and_stands_nowhere_in_clear()
    {
        var account = await installation.AccountAsync();
        using var client = account.Client(installation);
        const string Address = "quelqu.un.d.invente@exemple.example";

        await client.PutAsync($"{Api}/address", new { address = "pas une adresse" }).AnswersAsync(HttpStatusCode.BadRequest);
        await client.PutAsync($"{Api}/address", new { address = Address }).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync($"{Api}/address", new { address = Address }).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync($"{Api}/address", new { address = "autre@exemple.example" }).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.reminder-code-just-sent");
        await Eventually.HappensAsync(() => installation.Mail.To(Address).Count == 1, Soon);
        var code = CodeIn(installation.Mail.To(Address)[0]);
        await client.PostAsync($"{Api}/address/confirmation", new { code = code == "00000000" ? "00000001" : "00000000" }).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.reminder-wrong-code");

        Assert.Equal(1, await installation.CountAsync($"SELECT wrong_codes::bigint FROM accomplishment_plan.reminder_address WHERE account_id = '{account.AccountId}'"));
        await client.PostAsync($"{Api}/address/confirmation", new { code }).AnswersAsync(HttpStatusCode.NoContent);
        var kept = await client.JsonAsync($"{Api}/address");
        Assert.Equal((Address, true), (kept.GetProperty("address").GetString(), kept.GetProperty("confirmed").GetBoolean()));
        Assert.Equal(0, await installation.CountAsync(
            $"SELECT count(*) FROM accomplishment_plan.reminder_address WHERE position('{Convert.ToHexStringLower(Encoding.UTF8.GetBytes("quelqu.un"))}' IN encode(address_sealed, 'hex')) > 0"));

        await client.DeleteAsync($"{Api}/address").AnswersAsync(HttpStatusCode.NoContent);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await client.JsonAsync($"{Api}/address")).GetProperty("address").ValueKind);
    }

    [Fact]
    public async Task A_mail_says_that_something_waits_and_nothing_of_anybody()
    {
        var person = await installation.PersonAsync(calledName: "Mirabelle Denullepart");
        var (practitioner, client, address) = await MailedAsync(person);
        await installation.ActionAsync(person, practitioner.AccountId, Today);
        await installation.ActionAsync(person, practitioner.AccountId, Today.AddDays(1));

        await installation.LookAsync(practitioner.AccountId);
        await Eventually.HappensAsync(() => installation.Mail.To(address).Count == 2, Soon);
        await installation.LookAsync(practitioner.AccountId);
        await RestAsync();

        var mail = Assert.Single(installation.Mail.To(address).Skip(1));
        Assert.Contains(Where, mail.Words, StringComparison.Ordinal);
        Assert.Contains("Something waits", mail.Words, StringComparison.Ordinal);
        Assert.Contains("Quelque chose vous attend", mail.Words, StringComparison.Ordinal);
        foreach (var personal in new[] { "Mirabelle", "Denullepart", "loup", person.ServiceUserId.ToString(), $"{Today:yyyy-MM-dd}", "action", "plan" })
        {
            Assert.DoesNotContain(personal, mail.Text + mail.Words, StringComparison.OrdinalIgnoreCase);
        }

        client.Dispose();
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_is_sent_later_once_and_is_the_same()
    {
        var person = await installation.PersonAsync();
        var (practitioner, client, address) = await MailedAsync(person);
        await installation.ActionAsync(person, practitioner.AccountId, Today);

        installation.Mail.Refuse(2);
        await installation.LookAsync(practitioner.AccountId);
        await Eventually.HappensAsync(() => installation.Mail.To(address).Count == 2, Soon);
        var mail = await MailIdAsync(practitioner.AccountId);
        await Task.WhenAll(installation.SendAsync(new MailReminderCommand(mail)), installation.SendAsync(new MailReminderCommand(mail)));

        Assert.True(installation.Mail.StillRefusing <= 0);
        Assert.Equal(2, installation.Mail.To(address).Count);
        Assert.StartsWith($"<{mail:n}@", installation.Mail.To(address)[1].Header("Message-ID"), StringComparison.Ordinal);
        client.Dispose();
    }

    [Theory]
    [InlineData("UPDATE participation.circle_member SET plan = 'none' WHERE account_id = '{0}'")]
    [InlineData("UPDATE accomplishment_plan.reminder SET read_at = now() WHERE account_id = '{0}'")]
    [InlineData("UPDATE accomplishment_plan.reminder SET withdrawn_at = now() WHERE account_id = '{0}'")]
    [InlineData("UPDATE accomplishment_plan.reminder_choices SET by_mail = false WHERE account_id = '{0}'")]
    [InlineData("UPDATE accomplishment_plan.reminder_address SET confirmed_at = NULL WHERE account_id = '{0}'")]
    public async Task A_mail_that_nobody_needs_any_more_is_not_sent(string meanwhile)
    {
        var person = await installation.PersonAsync();
        var (practitioner, client, address) = await MailedAsync(person);
        await installation.ActionAsync(person, practitioner.AccountId, Today);
        await installation.ExecuteAsync($"UPDATE accomplishment_plan.reminder_choices SET next_at = now() - interval '1 second' WHERE account_id = '{practitioner.AccountId}'");
        await installation.SendAsync(new RemindSomeCommand());
        await installation.ExecuteAsync($"""
            INSERT INTO accomplishment_plan.reminder_mail (id, account_id, made_at) VALUES ('{practitioner.SessionId}', '{practitioner.AccountId}', now());
            UPDATE accomplishment_plan.reminder SET mail_id = '{practitioner.SessionId}' WHERE account_id = '{practitioner.AccountId}'
            """);

        await installation.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, meanwhile, practitioner.AccountId));
        await installation.SendAsync(new MailReminderCommand(practitioner.SessionId));

        Assert.Single(installation.Mail.To(address));
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.reminder_mail WHERE id = '{practitioner.SessionId}' AND done_at IS NOT NULL"));
        client.Dispose();
    }

    /// <summary>A practitioner who sees the person's plan and wants to hear of it by mail.</summary>
    [Fact]
    public async Task Whoever_says_no_to_reminders_by_mail_gets_none_and_finds_them_in_the_inbox()
    {
        var person = await installation.PersonAsync();
        using var own = person.Account.Client(installation);
        var address = await installation.ConfirmedAddressAsync(own);
        await ChooseAsync(own, ["due_soon", "late"], byMail: true).AnswersAsync(HttpStatusCode.OK);
        await installation.ActionAsync(person, null, Today);

        await own.SaysNoAsync(person.ServiceUserId, "reminders", "mail");
        await installation.LookAsync(person.Account.AccountId);
        await RestAsync();

        Assert.Single(installation.Mail.To(address));
        Assert.Single(await InboxAsync(own));
        await own.SaysNoAsync(person.ServiceUserId, "reminders", "inbox");
        Assert.Empty(await InboxAsync(own));
    }

    [Fact]
    public async Task A_time_zone_that_there_is_not_is_pointed_at()
    {
        var account = await installation.AccountAsync();
        using var client = account.Client(installation);

        var refused = await (await client.PutAsync($"{Api}/choices", new { kinds = new[] { "late" }, daysBefore = 3, timeZone = "Mars/Olympus", at = "09:00:00", byMail = false }, 0)).BodyAsync(HttpStatusCode.BadRequest);

        Assert.Equal("/timeZone", refused.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    private async Task<(Given.SignedIn Practitioner, HttpClient Client, string Address)> MailedAsync(Given.Person person)
    {
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        var client = practitioner.Client(installation);
        var address = await installation.ConfirmedAddressAsync(client);
        await ChooseAsync(client, ["due_soon", "late"], byMail: true).AnswersAsync(HttpStatusCode.OK);
        return (practitioner, client, address);
    }

    private async Task<Guid> MailIdAsync(Guid account)
    {
        await using var command = installation.Owner.CreateCommand($"SELECT id FROM accomplishment_plan.reminder_mail WHERE account_id = '{account}'");
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    private Task<TimeSpan> RestAsync() => Eventually.HappensAsync(
        async () => await installation.CountAsync("SELECT (SELECT count(*) FROM jobs.request) + (SELECT count(*) FROM jobs.qrtz_triggers WHERE trigger_type <> 'CRON')") == 0, Soon);
}
