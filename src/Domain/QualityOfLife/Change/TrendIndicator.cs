namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>What every kept indicator of one theme's movement has: whose, which, the trend's numbers, and what they were computed from and when.</summary>
/// <remarks>The trend's numbers are all undefined where there is no trend: see <see cref="Trend"/> for each one's meaning and unit.</remarks>
public abstract class TrendIndicator
{
    private protected TrendIndicator()
    {
    }

    private protected TrendIndicator(Trend? trend)
    {
        (SlopePer30Days, SlopeLow, SlopeHigh) = (trend?.SlopePer30Days, trend?.SlopeLow, trend?.SlopeHigh);
        (S, TauB, P, PMethod) = (trend?.S, trend?.TauB, trend?.P, trend?.PMethod);
        Autocorrelation = trend?.Autocorrelation;
    }

    public Guid ServiceUserId { get; private protected init; }

    public string Theme { get; private protected init; } = "";

    /// <summary>How many numbers the trend rests on.</summary>
    public int N { get; private protected init; }

    public double? SlopePer30Days { get; private init; }

    public double? SlopeLow { get; private init; }

    public double? SlopeHigh { get; private init; }

    public long? S { get; private init; }

    public double? TauB { get; private init; }

    public double? P { get; private init; }

    public PMethod? PMethod { get; private init; }

    public double? Autocorrelation { get; private init; }

    /// <summary>Smallest detectable change, in points.</summary>
    public double Sdc { get; private protected init; }

    /// <summary>The version of the definitions.</summary>
    public string Method { get; private protected init; } = "";

    /// <summary>Stands for the very ratings computed from.</summary>
    public long Inputs { get; private protected init; }

    public DateTimeOffset ComputedAt { get; private protected init; }
}
