using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Domain.AccomplishmentPlan.Reminders;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Keeps what the law wants told beside the reminders of an account.</summary>
internal sealed class LegalNotices(NoticesOfTheLaw notices) : ILegalNotices
{
    public Task TellAsync(Guid serviceUserId, IReadOnlyCollection<Guid> accountIds, LegalNotice notice, DateOnly day, CancellationToken cancellationToken)
    {
        var kind = notice == LegalNotice.RecordCloses ? ReminderKind.RecordCloses : ReminderKind.RecordErases;
        return notices.BringInLineAsync(
            serviceUserId, one => one.Kind == kind && one.Day == day, [.. accountIds.Select(account => new NoticeOfTheLaw(account, kind, serviceUserId, day))], cancellationToken);
    }
}
