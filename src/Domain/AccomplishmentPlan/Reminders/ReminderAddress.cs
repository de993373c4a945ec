using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>The address to which an account wants to be told that something waits; sealed, and used only once it is confirmed.</summary>
public sealed class ReminderAddress : Aggregate
{
    /// <summary>After so many wrong codes a new one must be asked for.</summary>
    public const int MostWrongCodes = 5;

    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(30);

    // Whoever types a stranger's address must not be able to flood them: one minute, then twice as long each time, up to a day.
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private const int LongestDoubling = 10;

    private ReminderAddress()
    {
    }

    public Guid AccountId { get; private init; }

    public byte[] AddressSealed { get; private set; } = [];

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The code that was sent; null once it was used.</summary>
    public byte[]? CodeSealed { get; private set; }

    public DateTimeOffset CodeMadeAt { get; private set; }

    /// <summary>Codes made since one was last used.</summary>
    public short Codes { get; private set; }

    public short WrongCodes { get; private set; }

    public static ReminderAddress Of(Guid accountId) => new() { AccountId = accountId };

    /// <exception cref="RuleViolation">A code was sent a moment ago.</exception>
    public void Ask(byte[] addressSealed, byte[] codeSealed, DateTimeOffset now)
    {
        if (Codes > 0 && now < CodeMadeAt + (FirstPause * (1 << Math.Min(Codes - 1, LongestDoubling))))
        {
            throw new RuleViolation(ReminderErrors.CodeJustSent);
        }

        (AddressSealed, ConfirmedAt, CodeSealed, CodeMadeAt, WrongCodes) = (addressSealed, null, codeSealed, now, 0);
        Codes++;
        Touch();
    }

    /// <summary>True while the code may still be typed.</summary>
    public bool Waits(DateTimeOffset now) => CodeSealed is not null && WrongCodes < MostWrongCodes && now < CodeMadeAt + CodeLife;

    /// <summary>Takes what was typed; false, and counted, when it is not the code.</summary>
    public bool Confirm(bool right, DateTimeOffset now)
    {
        if (!Waits(now))
        {
            return false;
        }

        Touch();
        if (!right)
        {
            WrongCodes++;
            return false;
        }

        (ConfirmedAt, CodeSealed, Codes) = (now, null, 0);
        return true;
    }

    /// <summary>The address is forgotten; how often codes were asked for is not.</summary>
    public void Forget()
    {
        (AddressSealed, ConfirmedAt, CodeSealed) = ([], null, null);
        Touch();
    }
}
