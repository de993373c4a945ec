namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The distance between the person's and the practitioner's voice on one theme, as computed by a job and kept: see <see cref="PerceptionGap"/>.</summary>
public sealed class GapIndicator
{
    /// <summary>The version of the definitions.</summary>
    public const string CurrentMethod = "gap/1";

    private GapIndicator()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public string Theme { get; private init; } = "";

    public short PersonValue { get; private init; }

    public DateTimeOffset PersonAt { get; private init; }

    public short PractitionerValue { get; private init; }

    public DateTimeOffset PractitionerAt { get; private init; }

    /// <summary>Practitioner minus person, in points; undefined if the two lie more than 30 days apart.</summary>
    public short? Gap { get; private init; }

    /// <summary>How many gaps the trend rests on.</summary>
    public int N { get; private init; }

    public double? SlopePer30Days { get; private init; }

    public double? SlopeLow { get; private init; }

    public double? SlopeHigh { get; private init; }

    public long? S { get; private init; }

    public double? TauB { get; private init; }

    public double? P { get; private init; }

    public PMethod? PMethod { get; private init; }

    public double? Autocorrelation { get; private init; }

    public double Sdc { get; private init; }

    /// <summary>Each time the gap narrowed, and who moved; earliest first.</summary>
    public IReadOnlyList<GapNarrowing> Inflexions { get; private init; } = [];

    public string Method { get; private init; } = "";

    /// <summary>Stands for the very sets of ratings computed from.</summary>
    public long Inputs { get; private init; }

    public DateTimeOffset ComputedAt { get; private init; }

    /// <summary>The gap of two voices that have both rated the theme.</summary>
    public static GapIndicator Of(Guid serviceUserId, ThemeFacts person, ThemeFacts practitioner, DateTimeOffset computedAt)
    {
        var gap = PerceptionGap.Compute(person.Series(), practitioner.Series());
        var (own, other) = (gap.Person!.Value, gap.Practitioner!.Value);
        return new GapIndicator
        {
            ServiceUserId = serviceUserId,
            Theme = person.Theme,
            PersonValue = (short)own.Value,
            PersonAt = own.At,
            PractitionerValue = (short)other.Value,
            PractitionerAt = other.At,
            Gap = (short?)gap.Current,
            N = gap.History.Count,
            SlopePer30Days = gap.Trend?.SlopePer30Days,
            SlopeLow = gap.Trend?.SlopeLow,
            SlopeHigh = gap.Trend?.SlopeHigh,
            S = gap.Trend?.S,
            TauB = gap.Trend?.TauB,
            P = gap.Trend?.P,
            PMethod = gap.Trend?.PMethod,
            Autocorrelation = gap.Trend?.Autocorrelation,
            Sdc = gap.Sdc,
            Inflexions = [.. gap.Inflexions.Select(GapNarrowing.Of)],
            Method = CurrentMethod,
            // Turned, so that the same two sets exchanged are another number.
            Inputs = unchecked(person.Inputs + (long)ulong.RotateLeft((ulong)practitioner.Inputs, 1)),
            ComputedAt = computedAt,
        };
    }
}

/// <summary>A gap that narrowed: see <see cref="Inflexion"/>; moves and ratings in points, shares from 0 to 1.</summary>
public sealed record GapNarrowing(
    DateTimeOffset From, DateTimeOffset To, int PersonFrom, int PersonTo, int PractitionerFrom, int PractitionerTo, int NarrowedBy, double PersonShare, double PractitionerShare)
{
    internal static GapNarrowing Of(Inflexion inflexion) => new(
        inflexion.From.At, inflexion.To.At, inflexion.From.Person, inflexion.To.Person, inflexion.From.Practitioner, inflexion.To.Practitioner,
        inflexion.NarrowedBy, inflexion.PersonShare, inflexion.PractitionerShare);
}
