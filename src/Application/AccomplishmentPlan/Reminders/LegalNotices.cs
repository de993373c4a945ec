using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Keeps what the law wants told beside the reminders of an account.</summary>
internal sealed class LegalNotices(IRemindersDb db, TimeProvider time) : ILegalNotices
{
    public async Task TellAsync(Guid serviceUserId, IReadOnlyCollection<Guid> accountIds, LegalNotice notice, DateOnly day, CancellationToken cancellationToken)
    {
        var (now, kind) = (time.GetUtcNow(), notice == LegalNotice.RecordCloses ? ReminderKind.RecordCloses : ReminderKind.RecordErases);
        var told = await db.Reminders.Where(one => one.ServiceUserId == serviceUserId && one.Kind == kind && one.Day == day).ToListAsync(cancellationToken);
        foreach (var one in told)
        {
            if (accountIds.Contains(one.AccountId))
            {
                // Taken back meanwhile, for the same day: it holds again.
                one.Stand();
            }
            else
            {
                one.Withdraw(now);
            }
        }

        db.Reminders.AddRange(accountIds.Distinct().Where(account => !told.Exists(one => one.AccountId == account))
            .Select(account => Reminder.OfTheLaw(serviceUserId, account, kind, serviceUserId, day, now)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
