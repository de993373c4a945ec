using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Makes the reminders of some accounts whose moment has come; done twice, or by two nodes at once, each is made once.</summary>
public sealed record RemindSomeCommand : ICommand<RemindReport>
{
    /// <summary>Accounts at a time: locks short enough not to be felt.</summary>
    public const int AtOnce = 50;

    public Needed Access => Needed.System;
}

internal sealed class RemindSomeHandler(IRemindersDb db, DaysOfPlans days, IConsentReader consents, IMailer mailer, IRecordScope scope, TimeProvider time)
    : IRequestHandler<RemindSomeCommand, RemindReport>
{
    public async Task<RemindReport> Handle(RemindSomeCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        var due = await db.HoldDueAsync(now, RemindSomeCommand.AtOnce, cancellationToken);
        var made = 0;
        foreach (var choices in due)
        {
            choices.LookedAt(now);
            // A no outweighs what was chosen.
            var refused = await consents.RefusedRemindersAsync(choices.AccountId, cancellationToken);
            if (refused.Inbox)
            {
                continue;
            }

            var today = choices.Hours.DayAt(now);
            var (carried, reviews) = await days.OfAsync(choices.AccountId, today, cancellationToken);
            made += await db.AddNewAsync(choices, [.. DueReminders.On(today, choices, carried, reviews)], mailer.Available && !refused.Mail, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new RemindReport(due.Count, made, 0);
    }
}

/// <summary>Adding reminders so that of the same thing and day there is one.</summary>
internal static class NewReminders
{
    /// <summary>Adds those that are not there yet, to be saved; returns how many.</summary>
    public static async Task<int> AddNewAsync(
        this IRemindersDb db, ReminderChoices choices, IReadOnlyList<DueReminder> due, bool mayMail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
        {
            return 0;
        }

        Guid[] people = [.. due.Select(one => one.ServiceUserId).Distinct()];
        Guid[] subjects = [.. due.Select(one => one.SubjectId).Distinct()];
        var there = (await db.Reminders.AsNoTracking()
                .Where(one => people.Contains(one.ServiceUserId) && one.AccountId == choices.AccountId && subjects.Contains(one.SubjectId))
                .Select(one => new { one.ServiceUserId, one.Kind, one.SubjectId, one.GoalId, one.Day }).ToListAsync(cancellationToken))
            .Select(one => (one.ServiceUserId, one.Kind, one.SubjectId, one.Day)).ToHashSet();
        var confirmed = mayMail && await db.ReminderAddresses.AnyAsync(one => one.AccountId == choices.AccountId && one.ConfirmedAt != null, cancellationToken);
        var made = due.Where(one => !there.Contains((one.ServiceUserId, one.Kind, one.SubjectId, one.Day))).Select(one => Reminder.Of(choices, one, confirmed, now)).ToList();
        db.Reminders.AddRange(made);
        return made.Count;
    }
}
