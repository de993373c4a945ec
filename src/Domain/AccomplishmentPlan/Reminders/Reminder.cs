using Barometre.Domain.AccomplishmentPlan.Actions;

namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>One reminder of an account, by ids and a day, without a word of anybody's; of the same thing and day there is one.</summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public ReminderKind Kind { get; private init; }

    /// <summary>The action; for a review the review that set the day; for what the law wants told, the record, its opening in an emergency, a representation, or its being contested.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The action's goal.</summary>
    public Guid? GoalId { get; private init; }

    /// <summary>The day it is about; for something asked or taken on, the day of that.</summary>
    public DateOnly Day { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>When there was no reason for it any more: the action is done, dropped, put on another day or carried by somebody else.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>From when on a mail may say that something waits; null without mail.</summary>
    public DateTimeOffset? MailAt { get; private init; }

    /// <summary>The mail that says so.</summary>
    public Guid? MailId { get; private set; }

    public static Reminder Of(ReminderChoices choices, DueReminder due, bool mayMail, DateTimeOffset now) => new()
    {
        ServiceUserId = due.ServiceUserId,
        Id = Guid.CreateVersion7(now),
        AccountId = choices.AccountId,
        Kind = due.Kind,
        SubjectId = due.SubjectId,
        GoalId = due.GoalId,
        Day = due.Day,
        MadeAt = now,
        MailAt = mayMail && choices.ByMail ? choices.Hours.NotInQuiet(now) : null,
    };

    /// <summary>What the law wants somebody told of the record, of who opened it or represents the person, on a day, into the inbox and by no mail.</summary>
    public static Reminder OfTheLaw(Guid serviceUserId, Guid accountId, ReminderKind kind, Guid subjectId, DateOnly day, DateTimeOffset now) =>
        new() { ServiceUserId = serviceUserId, Id = Guid.CreateVersion7(now), AccountId = accountId, Kind = kind, SubjectId = subjectId, Day = day, MadeAt = now };

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    /// <summary>There is a reason for it again.</summary>
    public void Stand() => WithdrawnAt = null;

    public void GoOutWith(Guid mailId) => MailId = mailId;
}

/// <summary>What an account is to be reminded of.</summary>
/// <param name="SubjectId">The action, or the review that set the day.</param>
/// <param name="GoalId">The action's goal.</param>
/// <param name="Day">The day it is about.</param>
public sealed record DueReminder(Guid ServiceUserId, ReminderKind Kind, Guid SubjectId, Guid? GoalId, DateOnly Day);

/// <summary>An action that somebody carries and that is still open, with its days.</summary>
/// <param name="Due">By when it is to be done; for one that comes back, its last day.</param>
/// <param name="Comes">How it comes back.</param>
/// <param name="Settled">Days of its coming back of which something was said already.</param>
public sealed record CarriedDays(Guid AccountId, Guid ServiceUserId, Guid GoalId, Guid ActionId, DateOnly? Due, Recurrence? Comes, IReadOnlyCollection<DateOnly> Settled);

/// <summary>The day on which a plan is to be looked at next.</summary>
public sealed record ReviewDay(Guid ServiceUserId, Guid ReviewId, DateOnly NextOn);

/// <summary>What of all that has a day is to be said on one day.</summary>
public static class DueReminders
{
    /// <summary>What the chooser wants to hear of on <paramref name="today"/>, their own day.</summary>
    public static IEnumerable<DueReminder> On(DateOnly today, ReminderChoices choices, IEnumerable<CarriedDays> carried, IEnumerable<ReviewDay> reviews)
    {
        var last = today.AddDays(choices.DaysBefore);
        return carried.Select(action => Kind(today, last, action) is { } found ? new DueReminder(action.ServiceUserId, found.Kind, action.ActionId, action.GoalId, found.Day) : null)
            .Concat(reviews.Where(review => review.NextOn >= today && review.NextOn <= last)
                .Select(review => new DueReminder(review.ServiceUserId, ReminderKind.ReviewNear, review.ReviewId, null, review.NextOn)))
            .OfType<DueReminder>().Where(due => choices.Wants(due.Kind));
    }

    private static (ReminderKind Kind, DateOnly Day)? Kind(DateOnly today, DateOnly last, CarriedDays action) => action switch
    {
        { Comes: { } comes } => comes.FallsOn(today) && !(today > action.Due) && !action.Settled.Contains(today) ? (ReminderKind.Today, today) : null,
        { Due: { } due } when due < today => (ReminderKind.Late, due),
        { Due: { } due } when due <= last => (ReminderKind.DueSoon, due),
        _ => null,
    };
}
