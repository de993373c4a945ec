using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Keeps what the law wants told beside the reminders of an account.</summary>
internal sealed class LegalNotices(IRemindersDb db, TimeProvider time) : ILegalNotices
{
    public async Task TellAsync(Guid serviceUserId, Guid accountId, LegalNotice notice, DateOnly day, CancellationToken cancellationToken)
    {
        var kind = notice == LegalNotice.RecordCloses ? ReminderKind.RecordCloses : ReminderKind.RecordErases;
        if (await db.Reminders.SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.AccountId == accountId && one.Kind == kind && one.Day == day, cancellationToken) is { } told)
        {
            // Taken back meanwhile, for the same day: it holds again.
            told.Stand();
        }
        else
        {
            db.Reminders.Add(Reminder.OfTheLaw(serviceUserId, accountId, kind, serviceUserId, day, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task TakeBackAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var told = await db.Reminders.Where(one => one.ServiceUserId == serviceUserId && one.WithdrawnAt == null && ReminderKinds.OfKeeping.Contains(one.Kind)).ToListAsync(cancellationToken);
        told.ForEach(one => one.Withdraw(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
