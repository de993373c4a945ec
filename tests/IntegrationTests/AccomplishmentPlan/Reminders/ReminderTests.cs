using System.Net;
using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.AccomplishmentPlan.Reminders.RemindersInstallation;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Reminders;

public sealed class ReminderTests(RemindersInstallation installation) : IClassFixture<RemindersInstallation>
{
    private static readonly string[] Days = ["due_soon", "late", "today", "review_near"];

    [Fact]
    public async Task Nobody_is_reminded_of_anything_before_they_choose()
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        await installation.ActionAsync(person, null, Today);

        var choices = await client.JsonAsync($"{Api}/choices");
        await installation.SendAsync(new RemindCommand());

        Assert.Equal((0, 0), (choices.GetProperty("kinds").GetArrayLength(), choices.GetProperty("version").GetInt32()));
        Assert.Empty(await InboxAsync(client));
    }

    [Fact]
    public async Task An_action_is_said_once_to_whoever_carries_it_and_marked_as_read()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        using var client = practitioner.Client(installation);
        using var owner = person.Account.Client(installation);
        await ChooseAsync(client, Days).AnswersAsync(HttpStatusCode.OK);
        await ChooseAsync(owner, Days).AnswersAsync(HttpStatusCode.OK);
        var (theirs, own) = (await installation.ActionAsync(person, practitioner.AccountId, Today.AddDays(2)), await installation.ActionAsync(person, null, Today.AddDays(-5)));

        await Task.WhenAll(installation.LookAsync(practitioner.AccountId, person.Account.AccountId), installation.LookAsync(practitioner.AccountId, person.Account.AccountId));
        await installation.LookAsync(practitioner.AccountId, person.Account.AccountId);

        var (one, other) = (Assert.Single(await InboxAsync(client)), Assert.Single(await InboxAsync(owner)));
        Assert.Equal((theirs, "due_soon"), (one.GetProperty("subjectId").GetGuid(), one.GetProperty("kind").GetString()));
        Assert.Equal((own, "late"), (other.GetProperty("subjectId").GetGuid(), other.GetProperty("kind").GetString()));
        Assert.Equal(1, (await client.JsonAsync($"{Api}/unread-count")).GetProperty("unread").GetInt32());
        object ids = new { reminderIds = new[] { one.GetProperty("reminderId").GetGuid(), other.GetProperty("reminderId").GetGuid() } };
        await client.PostAsync($"{Api}/read-marks", ids).AnswersAsync(HttpStatusCode.NoContent);
        await client.PostAsync($"{Api}/read-marks", ids).AnswersAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, (await client.JsonAsync($"{Api}/unread-count")).GetProperty("unread").GetInt32());
        Assert.Empty(await InboxAsync(client, "?unread=true"));
        Assert.Equal(1, (await owner.JsonAsync($"{Api}/unread-count")).GetProperty("unread").GetInt32());
    }

    [Fact]
    public async Task The_inbox_comes_in_pages_newest_first()
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        await ChooseAsync(client, Days).AnswersAsync(HttpStatusCode.OK);
        for (var action = 0; action < 5; action++)
        {
            await installation.ActionAsync(person, null, Today);
            await installation.LookAsync(person.Account.AccountId);
        }

        var first = await client.JsonAsync($"{Api}?limit=3");
        var second = await client.JsonAsync($"{Api}?limit=3&cursor={first.GetProperty("next").GetString()}");

        var times = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("madeAt").GetDateTimeOffset()).ToList();
        Assert.Equal(5, times.Count);
        Assert.Equal(times.OrderDescending(), times);
    }

    [Theory]
    [InlineData("UPDATE participation.circle_member SET plan = 'none' WHERE service_user_id = '{0}' AND account_id = '{1}'")]
    [InlineData("UPDATE participation.circle_member SET state = 'ended', until = now() WHERE service_user_id = '{0}' AND account_id = '{1}'")]
    [InlineData("UPDATE participation.role_assignment SET until = now() WHERE account_id = '{1}'")]
    [InlineData("UPDATE participation.enrolment SET until = now() WHERE service_user_id = '{0}'")]
    public async Task What_is_no_longer_open_is_neither_shown_nor_said_again(string closes)
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        using var client = practitioner.Client(installation);
        await ChooseAsync(client, Days).AnswersAsync(HttpStatusCode.OK);
        await installation.ActionAsync(person, practitioner.AccountId, Today);
        await installation.LookAsync(practitioner.AccountId);
        Assert.Single(await InboxAsync(client));

        await installation.ExecuteAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, closes, person.ServiceUserId, practitioner.AccountId));
        await installation.ActionAsync(person, practitioner.AccountId, Today);
        await installation.LookAsync(practitioner.AccountId);

        Assert.Empty(await InboxAsync(client));
        Assert.Equal(0, (await client.JsonAsync($"{Api}/unread-count")).GetProperty("unread").GetInt32());
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM accomplishment_plan.reminder WHERE account_id = '{practitioner.AccountId}'"));
    }

    [Fact]
    public async Task An_action_that_is_done_is_said_no_more()
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        await ChooseAsync(client, Days).AnswersAsync(HttpStatusCode.OK);
        var action = await installation.ActionAsync(person, null, Today);
        await installation.LookAsync(person.Account.AccountId);
        Assert.Single(await InboxAsync(client));

        await installation.ExecuteAsync($"UPDATE accomplishment_plan.action SET state = 'done' WHERE id = '{action}'");
        await installation.HappenAsync("PlanChanged", person, action);

        await Eventually.HappensAsync(async () => (await InboxAsync(client)).Count == 0, Soon);
        await installation.LookAsync(person.Account.AccountId);
        Assert.Empty(await InboxAsync(client));
    }

    [Fact]
    public async Task Whoever_is_asked_to_carry_something_is_told_and_the_person_when_it_was_taken_on()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        using var client = practitioner.Client(installation);
        using var owner = person.Account.Client(installation);
        await ChooseAsync(client, ["asked", "accepted"]).AnswersAsync(HttpStatusCode.OK);
        await ChooseAsync(owner, ["asked", "accepted"]).AnswersAsync(HttpStatusCode.OK);
        var action = await installation.ActionAsync(person, practitioner.AccountId, null, "asked");

        await installation.HappenAsync("ActionAsked", person, action);
        await Eventually.HappensAsync(async () => (await InboxAsync(client)).Count == 1, Soon);
        await installation.ExecuteAsync($"""
            UPDATE accomplishment_plan.action SET carrying = 'accepted' WHERE id = '{action}'; UPDATE accomplishment_plan.carried_action SET carrying = 'accepted' WHERE action_id = '{action}';
            """);
        await installation.HappenAsync("ActionAccepted", person, action);
        await Eventually.HappensAsync(async () => (await InboxAsync(owner)).Count == 1, Soon);

        Assert.Equal("asked", Assert.Single(await InboxAsync(client)).GetProperty("kind").GetString());
        Assert.Equal("accepted", Assert.Single(await InboxAsync(owner)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task From_asking_to_doing_each_hears_what_they_chose_to_hear()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, practitioner, Role.Relative, AccessLevel.Contribute, null);
        using var client = practitioner.Client(installation);
        using var owner = person.Account.Client(installation);
        await ChooseAsync(client, ["asked", "due_soon"]).AnswersAsync(HttpStatusCode.OK);
        await ChooseAsync(owner, ["accepted"]).AnswersAsync(HttpStatusCode.OK);

        var goal = await owner.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        var action = await owner.ActionAsync(person.ServiceUserId, goal, "Réviser ensemble", Planned.Member("relative", member), due: $"{Today.AddDays(1):yyyy-MM-dd}");
        await Eventually.HappensAsync(async () => (await InboxAsync(client)).Count == 1, Soon);
        await client.AnswerAsync(person.ServiceUserId, action, accepted: true).AnswersAsync(HttpStatusCode.OK);
        await Eventually.HappensAsync(async () => (await InboxAsync(owner)).Count == 1, Soon);
        await installation.LookAsync(practitioner.AccountId);

        // What was asked is answered, and waits no more.
        await Eventually.HappensAsync(async () => (await InboxAsync(client)).Select(item => item.GetProperty("kind").GetString()).SequenceEqual(["due_soon"]), Soon);
        Assert.Equal("accepted", Assert.Single(await InboxAsync(owner)).GetProperty("kind").GetString());
        await client.StepActionAsync(person.ServiceUserId, action, "done").AnswersAsync(HttpStatusCode.OK);
        await Eventually.HappensAsync(async () => (await InboxAsync(client)).Count == 0, Soon);
    }

    [Fact]
    public async Task A_day_to_look_at_the_plan_together_is_said_to_the_person_and_whoever_sees_the_plan()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);
        using var client = practitioner.Client(installation);
        await ChooseAsync(client, ["review_near"]).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"""
            INSERT INTO accomplishment_plan.review (service_user_id, id, held_on, members, next_on, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '2026-01-05', '{"{}"}', '2026-01-19', '{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now()),
                       ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '2026-01-19', '{"{}"}', '{Today.AddDays(3):yyyy-MM-dd}', '{person.Account.AccountId}', 'service_user', 'alone', now(), now(), now())
            """);

        await installation.LookAsync(practitioner.AccountId);

        Assert.Equal($"{Today.AddDays(3):yyyy-MM-dd}", Assert.Single(await InboxAsync(client)).GetProperty("day").GetString());
    }

    [Fact]
    public async Task Choices_are_edited_with_the_version_that_was_read()
    {
        var account = await installation.AccountAsync();
        using var client = account.Client(installation);

        await ChooseAsync(client, ["late"]).AnswersAsync(HttpStatusCode.OK);
        await client.PutAsync($"{Api}/choices", Choices(["today"]), 1).AnswersAsync(HttpStatusCode.PreconditionFailed);
        await client.PutAsync($"{Api}/choices", Choices(["today"])).AnswersAsync((HttpStatusCode)428);
        await client.PutAsync($"{Api}/choices", Choices(["late"], byMail: true), 2).RefusesAsync(HttpStatusCode.Conflict, "accomplishment-plan.reminder-no-address");

        Assert.Equal("late", (await client.JsonAsync($"{Api}/choices")).GetProperty("kinds")[0].GetString());
    }
}
