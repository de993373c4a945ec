using Barometre.Domain.AccomplishmentPlan.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>What reminders are kept in.</summary>
public interface IRemindersDb
{
    DbSet<ReminderChoices> ReminderChoices { get; }

    DbSet<ReminderAddress> ReminderAddresses { get; }

    DbSet<Reminder> Reminders { get; }

    DbSet<ReminderMail> ReminderMails { get; }

    /// <summary>The choices whose moment has come, longest ago first, held until the end of the command; those that another node holds are passed over.</summary>
    Task<IReadOnlyList<ReminderChoices>> HoldDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Reminders that a mail has still to be made for, held likewise.</summary>
    Task<IReadOnlyList<Reminder>> HoldUnmailedAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>One mail, held until the end of the command: two that would send it take turns.</summary>
    Task<ReminderMail?> HoldMailAsync(Guid mailId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}
