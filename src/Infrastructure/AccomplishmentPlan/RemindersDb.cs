using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Infrastructure.AccomplishmentPlan.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.AccomplishmentPlan;

/// <content>Reminders.</content>
internal sealed partial class AccomplishmentPlanDbContext : IRemindersDb
{
    public DbSet<ReminderChoices> ReminderChoices => Set<ReminderChoices>();

    public DbSet<ReminderAddress> ReminderAddresses => Set<ReminderAddress>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ReminderMail> ReminderMails => Set<ReminderMail>();

    public async Task<IReadOnlyList<ReminderChoices>> HoldDueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await ReminderChoices.FromSql($"SELECT * FROM accomplishment_plan.reminder_choices WHERE next_at <= {now} ORDER BY next_at LIMIT {limit} FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Reminder>> HoldUnmailedAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await Reminders.FromSql($"""
            SELECT * FROM accomplishment_plan.reminder
             WHERE mail_at <= {now} AND mail_id IS NULL AND withdrawn_at IS NULL AND read_at IS NULL ORDER BY mail_at LIMIT {limit} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);

    public async Task<ReminderMail?> HoldMailAsync(Guid mailId, CancellationToken cancellationToken) =>
        await ReminderMails.FromSql($"SELECT * FROM accomplishment_plan.reminder_mail WHERE id = {mailId} FOR UPDATE").AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken);

    private static void Reminding(ModelBuilder model)
    {
        model.ApplyConfiguration(new ReminderChoicesTable());
        model.ApplyConfiguration(new ReminderAddressTable());
        model.ApplyConfiguration(new ReminderTable());
        model.ApplyConfiguration(new ReminderMailTable());
    }
}
