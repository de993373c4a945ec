using System.Runtime.InteropServices;

namespace Barometre.Domain.Shared;

/// <summary>When a fact was noted: by the device's clock, and when the server received it, in UTC, to the microsecond.</summary>
/// <param name="At">The time that counts: the device's, but never later than the server's.</param>
/// <param name="DeviceAt">What the device's clock said.</param>
/// <param name="RecordedAt">What the server's clock said on arrival.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FactTime(DateTimeOffset At, DateTimeOffset DeviceAt, DateTimeOffset RecordedAt)
{
    /// <summary>No fact of this project is older; a clock that says so was never set.</summary>
    public static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="RuleViolation">The device's clock says a time before <see cref="Earliest"/>.</exception>
    public static FactTime Of(DateTimeOffset deviceAt, DateTimeOffset now)
    {
        var (device, server) = (Microseconds(deviceAt), Microseconds(now));
        return device < Earliest ? throw new RuleViolation(FactErrors.ClockNotSet) : new FactTime(device > server ? server : device, device, server);
    }

    /// <summary>Cuts a time to what the database keeps: a fact sent again must equal the one that was kept.</summary>
    public static DateTimeOffset Microseconds(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}

/// <summary>What any fact must hold, each code once.</summary>
public static class FactErrors
{
    public static readonly Error ClockNotSet = new(
        "fact.clock-not-set",
        "L’horloge de l’appareil indique une date avant l’an 2000. Rien n’est perdu : réglez la date de l’appareil, puis envoyez de nouveau.",
        "The device’s clock shows a date before the year 2000. Nothing is lost: set the device’s date, then send again.");

    public static readonly Error IdReused = new(
        "fact.id-reused",
        "L’identifiant {0} a déjà servi pour autre chose. Rien n’a été changé : ce qui est nouveau porte un nouvel identifiant.",
        "The id {0} was already used for something else. Nothing was changed: what is new has an id of its own.");
}
