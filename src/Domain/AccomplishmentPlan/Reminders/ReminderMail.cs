namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>A mail that says that something waits, and nothing else; sent once.</summary>
public sealed class ReminderMail
{
    private ReminderMail()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>When it went out, or was found to be needed no more.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public static ReminderMail Of(Guid accountId, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), AccountId = accountId, MadeAt = now };

    public void Done(DateTimeOffset now) => DoneAt ??= now;
}
