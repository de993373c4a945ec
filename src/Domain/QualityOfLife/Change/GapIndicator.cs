namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>The distance between the person's and the practitioner's voice on one theme, as computed by a job and kept: see <see cref="PerceptionGap"/>.</summary>
public sealed class GapIndicator : TrendIndicator
{
    /// <summary>The version of the definitions.</summary>
    public const string CurrentMethod = "gap/1";

    private GapIndicator()
    {
    }

    private GapIndicator(Trend? trend)
        : base(trend)
    {
    }

    public short PersonValue { get; private init; }

    public DateTimeOffset PersonAt { get; private init; }

    public short PractitionerValue { get; private init; }

    public DateTimeOffset PractitionerAt { get; private init; }

    /// <summary>Practitioner minus person, in points; undefined if the two lie more than 30 days apart.</summary>
    public short? Gap { get; private init; }

    /// <summary>Each time the gap narrowed, and who moved; earliest first.</summary>
    public IReadOnlyList<GapNarrowing> Inflexions { get; private init; } = [];

    /// <summary>The gap of two voices that have both rated the theme.</summary>
    public static GapIndicator Of(Guid serviceUserId, ThemeFacts person, ThemeFacts practitioner, DateTimeOffset computedAt)
    {
        var gap = PerceptionGap.Compute(person.Series(), practitioner.Series());
        var (own, other) = (gap.Person!.Value, gap.Practitioner!.Value);
        return new GapIndicator(gap.Trend)
        {
            ServiceUserId = serviceUserId,
            Theme = person.Theme,
            PersonValue = (short)own.Value,
            PersonAt = own.At,
            PractitionerValue = (short)other.Value,
            PractitionerAt = other.At,
            Gap = (short?)gap.Current,
            N = gap.History.Count,
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
