using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.AccomplishmentPlan;

public sealed class ReminderTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 10);
    private static readonly ReminderKind[] All = Enum.GetValues<ReminderKind>();

    [Fact]
    public void Nothing_is_chosen_for_anybody()
    {
        var choices = ReminderChoices.Of(Guid.CreateVersion7());

        Assert.Empty(choices.Kinds);
        Assert.Null(choices.NextAt);
        Assert.Empty(DueReminders.On(Today, choices, [Carried(due: Today)], []));
    }

    [Theory]
    [InlineData(-1, ReminderKind.Late)]
    [InlineData(0, ReminderKind.DueSoon)]
    [InlineData(2, ReminderKind.DueSoon)]
    public void An_action_is_said_by_its_day(int days, ReminderKind kind)
    {
        var due = Assert.Single(DueReminders.On(Today, Choosing(2), [Carried(due: Today.AddDays(days))], []));

        Assert.Equal((kind, Today.AddDays(days)), (due.Kind, due.Day));
    }

    [Fact]
    public void An_action_further_off_than_chosen_waits() => Assert.Empty(DueReminders.On(Today, Choosing(2), [Carried(due: Today.AddDays(3))], []));

    [Fact]
    public void An_action_that_comes_back_is_said_on_its_days_until_its_last_and_once_something_was_said_of_the_day_no_more()
    {
        var comes = new Recurrence(Repeat.Daily, 2, [], Today.AddDays(-4));

        Assert.Equal(ReminderKind.Today, Assert.Single(DueReminders.On(Today, Choosing(), [Carried(comes: comes)], [])).Kind);
        Assert.Empty(DueReminders.On(Today.AddDays(1), Choosing(), [Carried(comes: comes)], []));
        Assert.Empty(DueReminders.On(Today, Choosing(), [Carried(comes: comes) with { Settled = [Today] }], []));
        Assert.Empty(DueReminders.On(Today, Choosing(), [Carried(due: Today.AddDays(-1), comes: comes)], []));
    }

    [Fact]
    public void A_review_is_said_when_it_is_near_and_not_when_it_is_past()
    {
        var review = new ReviewDay(Guid.CreateVersion7(), Guid.CreateVersion7(), Today.AddDays(2));

        Assert.Equal(ReminderKind.ReviewNear, Assert.Single(DueReminders.On(Today, Choosing(2), [], [review])).Kind);
        Assert.Empty(DueReminders.On(Today, Choosing(1), [], [review]));
        Assert.Empty(DueReminders.On(Today.AddDays(3), Choosing(2), [], [review]));
    }

    [Fact]
    public void What_people_do_needs_no_moment_of_the_day()
    {
        var choices = ReminderChoices.Of(Guid.CreateVersion7());
        choices.Choose([ReminderKind.Asked], 0, "Europe/Paris", new TimeOnly(9, 0), null, null, false, Now);

        Assert.Null(choices.NextAt);
    }

    [Theory]
    [InlineData("Paris", null, null)]
    [InlineData("Europe/Nowhere", null, null)]
    [InlineData("Europe/Paris", "22:00", null)]
    [InlineData("Europe/Paris", "22:00", "22:00")]
    [InlineData("Europe/Paris", "22:00:10", "22:00:50")]
    public void Refuses_unknown_zones_and_quiet_hours_without_both_ends(string zone, string? from, string? until) =>
        Assert.Throws<RuleViolation>(() => ReminderChoices.Of(Guid.CreateVersion7()).Choose([], 0, zone, new TimeOnly(9, 0), Clock(from), Clock(until), false, Now));

    [Fact]
    public void A_mail_waits_for_the_end_of_the_quiet_hours_and_without_mail_there_is_none()
    {
        var choices = ReminderChoices.Of(Guid.CreateVersion7());
        choices.Choose(All, 0, "Europe/Paris", new TimeOnly(9, 0), new TimeOnly(13, 0), new TimeOnly(16, 0), true, Now);
        var due = new DueReminder(Guid.CreateVersion7(), ReminderKind.Asked, Guid.CreateVersion7(), null, Today);

        Assert.Equal(Now.AddHours(2), Reminder.Of(choices, due, mayMail: true, Now).MailAt);
        Assert.Null(Reminder.Of(choices, due, mayMail: false, Now).MailAt);
    }

    [Fact]
    public void Codes_are_asked_for_ever_more_rarely_and_guessed_at_five_times_at_most()
    {
        var address = ReminderAddress.Of(Guid.CreateVersion7());
        address.Ask([1], [2], Now);
        Assert.Throws<RuleViolation>(() => address.Ask([1], [2], Now.AddSeconds(59)));
        address.Ask([1], [2], Now.AddSeconds(60));
        Assert.Throws<RuleViolation>(() => address.Ask([1], [2], Now.AddSeconds(179)));

        for (var guess = 0; guess < ReminderAddress.MostWrongCodes; guess++)
        {
            Assert.False(address.Confirm(right: false, Now.AddSeconds(61)));
        }

        Assert.False(address.Confirm(right: true, Now.AddSeconds(62)));
        address.Ask([1], [2], Now.AddHours(1));
        Assert.False(address.Confirm(right: true, Now.AddHours(2)));
        address.Ask([1], [2], Now.AddHours(3));
        Assert.True(address.Confirm(right: true, Now.AddHours(3)));
        Assert.NotNull(address.ConfirmedAt);
    }

    private static ReminderChoices Choosing(short days = 0)
    {
        var choices = ReminderChoices.Of(Guid.CreateVersion7());
        choices.Choose(All, days, "Europe/Paris", new TimeOnly(9, 0), null, null, false, Now);
        return choices;
    }

    private static CarriedDays Carried(DateOnly? due = null, Recurrence? comes = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), due, comes, []);

    private static TimeOnly? Clock(string? text) => text is null ? null : TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
