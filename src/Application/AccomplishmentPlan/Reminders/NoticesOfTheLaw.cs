using System.Linq.Expressions;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Brings inboxes in line with what is to be known of a record: whoever is to know is told, whatever reminders they want; whoever need not any more is not.</summary>
internal sealed class NoticesOfTheLaw(IRemindersDb db, TimeProvider time)
{
    /// <summary>Of the record's notices that <paramref name="among"/> names, the wanted ones stand, once each, and no others; by one job at a time. Returns how many.</summary>
    public async Task<int> BringInLineAsync(Guid serviceUserId, Expression<Func<Reminder, bool>> among, IReadOnlyList<NoticeOfTheLaw> wanted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var told = await db.Reminders.Where(one => one.ServiceUserId == serviceUserId).Where(among).ToListAsync(cancellationToken);
        foreach (var one in told)
        {
            if (wanted.Any(notice => notice.IsToldBy(one)))
            {
                // Taken back meanwhile, it holds again.
                one.Stand();
            }
            else
            {
                one.Withdraw(now);
            }
        }

        db.Reminders.AddRange(wanted.Distinct().Where(notice => !told.Exists(notice.IsToldBy))
            .Select(notice => Reminder.OfTheLaw(serviceUserId, notice.AccountId, notice.Kind, notice.SubjectId, notice.Day, now)));
        await db.SaveChangesAsync(cancellationToken);
        return wanted.Count;
    }
}

/// <summary>What an account is to be told of a record.</summary>
internal sealed record NoticeOfTheLaw(Guid AccountId, ReminderKind Kind, Guid SubjectId, DateOnly Day)
{
    public bool IsToldBy(Reminder reminder) => reminder.AccountId == AccountId && reminder.Kind == Kind && reminder.SubjectId == SubjectId && reminder.Day == Day;
}
