using System.Runtime.InteropServices;
using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

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
        return device < Earliest ? throw new RuleViolation(QualityOfLifeErrors.ClockNotSet) : new FactTime(device > server ? server : device, device, server);
    }

    // The database keeps microseconds: a fact sent again must equal the one that was kept.
    internal static DateTimeOffset Microseconds(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
