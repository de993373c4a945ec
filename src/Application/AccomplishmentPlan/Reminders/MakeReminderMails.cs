using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Makes one mail for all that waits to be mailed to an account, each with a job of its own to send it.</summary>
public sealed record MakeReminderMailsCommand : ICommand<RemindReport>
{
    /// <summary>Reminders at a time.</summary>
    public const int AtOnce = 500;

    public Needed Access => Needed.System;
}

internal sealed class MakeReminderMailsHandler(IRemindersDb db, IJobRequests jobs, IRecordScope scope, TimeProvider time) : IRequestHandler<MakeReminderMailsCommand, RemindReport>
{
    public async Task<RemindReport> Handle(MakeReminderMailsCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        var waiting = await db.HoldUnmailedAsync(now, MakeReminderMailsCommand.AtOnce, cancellationToken);
        var mails = 0;
        foreach (var ofOne in waiting.GroupBy(reminder => reminder.AccountId))
        {
            var mail = ReminderMail.Of(ofOne.Key, now);
            db.ReminderMails.Add(mail);
            foreach (var reminder in ofOne)
            {
                reminder.GoOutWith(mail.Id);
            }

            await jobs.MailMadeAsync(mail.Id, cancellationToken);
            mails++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new RemindReport(0, waiting.Count, mails);
    }
}
