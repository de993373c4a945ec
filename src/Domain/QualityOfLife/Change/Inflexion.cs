namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>A gap between two voices that narrowed, and who moved towards whom: moves in points, shares from 0 to 1 that add up to 1.</summary>
/// <remarks>
/// A narrowing runs from the widest gap to the narrowest one before it widens again, and counts if both ends differ by at least the smallest
/// detectable change; a widening smaller than that does not end it. Of equally wide gaps the last starts it, of equally narrow ones the first ends
/// it: the shortest stretch that tells it. A side's share is |its move| over the sum of both, |Δ person| + |Δ practitioner|, where a move away from
/// the other side counts as 0: whoever moved away did not narrow the gap, and the other side then did all of it. Moves past the other side count in
/// full.
/// </remarks>
public sealed record Inflexion
{
    private Inflexion(GapPoint from, GapPoint to) => (From, To) = (from, to);

    /// <summary>Where the gap was widest.</summary>
    public GapPoint From { get; }

    /// <summary>Where it was narrowest.</summary>
    public GapPoint To { get; }

    /// <summary>How much less wide, in points, above 0.</summary>
    public int NarrowedBy => From.Width - To.Width;

    /// <summary>Δ person, in points: positive upwards.</summary>
    public int PersonMoved => To.Person - From.Person;

    /// <summary>Δ practitioner, in points: positive upwards.</summary>
    public int PractitionerMoved => To.Practitioner - From.Practitioner;

    /// <summary>The person's part in the narrowing, 0 to 1.</summary>
    public double PersonShare => (double)PersonTowards / (PersonTowards + PractitionerTowards);

    /// <summary>The practitioner's part in the narrowing, 0 to 1.</summary>
    public double PractitionerShare => 1 - PersonShare;

    private int PersonTowards => Math.Max(0, PersonMoved * Math.Sign(From.Gap));

    private int PractitionerTowards => Math.Max(0, -PractitionerMoved * Math.Sign(From.Gap));

    /// <param name="history">Earliest first.</param>
    /// <param name="sdc">The least narrowing that counts, in points, above 0.</param>
    internal static IReadOnlyList<Inflexion> In(IReadOnlyList<GapPoint> history, double sdc)
    {
        var found = new List<Inflexion>();
        GapPoint? widest = null;
        GapPoint? narrowest = null;
        foreach (var gap in history)
        {
            if (narrowest is { } low && widest is { } high)
            {
                if (gap.Width < low.Width)
                    narrowest = gap;
                else if (gap.Width - low.Width >= sdc)
                {
                    found.Add(new Inflexion(high, low));
                    (widest, narrowest) = (gap, null);
                }
            }
            else if (widest is not { } peak || gap.Width >= peak.Width)
                widest = gap;
            else if (peak.Width - gap.Width >= sdc)
                narrowest = gap;
        }

        if (widest is { } from && narrowest is { } to)
            found.Add(new Inflexion(from, to));
        return found;
    }
}
