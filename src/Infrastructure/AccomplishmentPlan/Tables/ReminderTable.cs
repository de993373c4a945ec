using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.AccomplishmentPlan.Tables;

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> table)
    {
        table.ToTable("reminder");
        table.HasKey(reminder => new { reminder.ServiceUserId, reminder.Id });
        table.Property(reminder => reminder.Id).ValueGeneratedNever();
        table.Property(reminder => reminder.Kind).HasMaxLength(20);
        table.HasIndex(reminder => new { reminder.ServiceUserId, reminder.AccountId, reminder.Kind, reminder.SubjectId, reminder.Day }, "reminder_once").IsUnique();
        table.HasIndex(reminder => new { reminder.AccountId, reminder.MadeAt, reminder.Id }, "reminder_inbox").HasFilter("withdrawn_at IS NULL");
        table.HasIndex(reminder => reminder.MailAt, "reminder_to_mail").HasFilter("mail_at IS NOT NULL AND mail_id IS NULL AND withdrawn_at IS NULL AND read_at IS NULL");
        table.HasIndex(reminder => reminder.MailId, "reminder_of_mail").HasFilter("mail_id IS NOT NULL");
    }
}

internal sealed class ReminderChoicesTable : IEntityTypeConfiguration<ReminderChoices>
{
    public void Configure(EntityTypeBuilder<ReminderChoices> table)
    {
        table.ToTable("reminder_choices");
        table.HasKey(choices => choices.AccountId);
        table.Property(choices => choices.AccountId).ValueGeneratedNever();
        table.Property(choices => choices.TimeZone).HasMaxLength(60);
        table.Ignore(choices => choices.Hours);
        table.Property(choices => choices.Kinds).HasColumnType("text[]").HasConversion(
            kinds => kinds.Select(kind => Words.Of(kind)).ToArray(),
            words => words.Select(word => Words.Parse<ReminderKind>(word)).ToList(),
            new ValueComparer<IReadOnlyList<ReminderKind>>((left, right) => left!.SequenceEqual(right!), kinds => kinds.Count, kinds => kinds.ToList()));
        table.HasIndex(choices => choices.NextAt, "reminder_choices_next").HasFilter("next_at IS NOT NULL");
    }
}

internal sealed class ReminderAddressTable : IEntityTypeConfiguration<ReminderAddress>
{
    public void Configure(EntityTypeBuilder<ReminderAddress> table)
    {
        table.ToTable("reminder_address");
        table.HasKey(address => address.AccountId);
        table.Property(address => address.AccountId).ValueGeneratedNever();
    }
}

internal sealed class ReminderMailTable : IEntityTypeConfiguration<ReminderMail>
{
    public void Configure(EntityTypeBuilder<ReminderMail> table)
    {
        table.ToTable("reminder_mail");
        table.HasKey(mail => mail.Id);
        table.Property(mail => mail.Id).ValueGeneratedNever();
    }
}
