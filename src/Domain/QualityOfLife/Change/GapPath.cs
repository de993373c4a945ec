namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>Two voices on one theme, each time either spoke since both have: what a gap's history is told from, without its trend; see <see cref="PerceptionGap"/>.</summary>
public sealed record GapPath
{
    private GapPath(IReadOnlyList<GapStand> stands, double sdc) =>
        (Stands, Sdc, Inflexions) = (stands, sdc, Inflexion.In(HistoryOf(stands), sdc));

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<GapStand> Stands { get; }

    /// <summary>The larger of the two sides' smallest detectable changes, in points: a smaller gap may be chance.</summary>
    public double Sdc { get; }

    /// <summary>Each time the gap narrowed, and who moved; earliest first.</summary>
    public IReadOnlyList<Inflexion> Inflexions { get; }

    /// <param name="person">The person's ratings of the theme.</param>
    /// <param name="practitioner">The practitioner's ratings of the same theme.</param>
    public static GapPath Of(RatingSeries person, RatingSeries practitioner)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(practitioner);
        return new GapPath(StandsOf(person.Points, practitioner.Points), SdcOf(person, practitioner, null));
    }

    internal static double SdcOf(RatingSeries person, RatingSeries practitioner, Reliability? published) =>
        Math.Max(Reliability.Resolve(person, published).Sdc, Reliability.Resolve(practitioner, published).Sdc);

    /// <summary>The gap each time either spoke and the other's latest word was at most 30 days old.</summary>
    internal static IReadOnlyList<GapPoint> HistoryOf(IReadOnlyList<GapStand> stands) =>
        [.. stands.Where(stand => stand.Comparable).Select(stand => new GapPoint(stand.At, stand.Person.Value, stand.Practitioner.Value))];

    internal static IReadOnlyList<GapStand> StandsOf(ReadOnlySpan<RatingPoint> person, ReadOnlySpan<RatingPoint> practitioner)
    {
        var stands = new List<GapStand>();
        var (i, j) = (0, 0);
        while (i < person.Length || j < practitioner.Length)
        {
            var now = j == practitioner.Length || (i < person.Length && person[i].At <= practitioner[j].At) ? person[i].At : practitioner[j].At;
            if (i < person.Length && person[i].At == now)
                i++;
            if (j < practitioner.Length && practitioner[j].At == now)
                j++;
            if (i > 0 && j > 0)
                stands.Add(new GapStand(person[i - 1], practitioner[j - 1]));
        }

        return stands;
    }
}

/// <summary>The latest rating of each of two voices at one instant, in points (0 to 100).</summary>
public readonly record struct GapStand(RatingPoint Person, RatingPoint Practitioner)
{
    /// <summary>When either spoke last.</summary>
    public DateTimeOffset At => Person.At > Practitioner.At ? Person.At : Practitioner.At;

    /// <summary>Whether the two speak of the same time: given at most <see cref="PerceptionGap.ComparableWithin"/> apart.</summary>
    public bool Comparable => (Person.At - Practitioner.At).Duration() <= PerceptionGap.ComparableWithin;
}
