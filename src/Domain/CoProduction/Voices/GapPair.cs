namespace Barometre.Domain.CoProduction.Voices;

/// <summary>What the person and the practitioner each last said of a theme at one time, in points (0 to 100), and when each said it.</summary>
/// <param name="Comparable">False when the two lie too far apart in time to speak of the same thing.</param>
public sealed record GapPair(int Person, DateTimeOffset PersonAt, int Practitioner, DateTimeOffset PractitionerAt, bool Comparable)
{
    /// <summary>Since when they stand so.</summary>
    public DateTimeOffset At => PersonAt > PractitionerAt ? PersonAt : PractitionerAt;

    /// <summary>Practitioner minus person, −100 to 100 points.</summary>
    public int Gap => Practitioner - Person;

    /// <summary>Whether they differ by no less than the smallest detectable change, so that there is something to talk about.</summary>
    /// <param name="sdc">In points, above 0.</param>
    public bool IsFar(double sdc) => Comparable && Math.Abs(Gap) >= sdc;
}
