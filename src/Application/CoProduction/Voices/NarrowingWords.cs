using System.Globalization;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Voices;

/// <summary>Who came nearer to whom, as a sentence that a person can read; it says nothing of who was right.</summary>
public static class NarrowingWords
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");

    /// <summary>In both languages.</summary>
    public static Wording Of(NarrowedGap narrowed)
    {
        ArgumentNullException.ThrowIfNull(narrowed);
        var (from, to) = (Math.Abs(narrowed.PractitionerFrom - narrowed.PersonFrom), Math.Abs(narrowed.PractitionerTo - narrowed.PersonTo));
        // Whole hundredths that add up to a hundred; a share that rounds to nothing is still somebody's.
        var person = (int)Math.Clamp(Math.Round(100 * narrowed.PersonShare, MidpointRounding.AwayFromZero), narrowed.PersonShare > 0 ? 1 : 0, narrowed.PractitionerShare > 0 ? 99 : 100);
        return new Wording($"L’écart est passé de {FrenchPoints(from)} à {to}. {InFrench(person)}", $"The gap went from {EnglishPoints(from)} to {to}. {InEnglish(person)}");
    }

    private static string InFrench(int person) => person switch
    {
        0 => "C’est le regard de l’intervenant ou de l’intervenante qui s’est rapproché.",
        100 => "C’est le regard de la personne qui s’est rapproché.",
        _ => string.Create(French, $"Les deux regards se sont rapprochés : celui de la personne pour {person} %, celui de l’intervenant ou de l’intervenante pour {100 - person} %."),
    };

    private static string InEnglish(int person) => person switch
    {
        0 => "It is the practitioner’s view that came closer.",
        100 => "It is the person’s view that came closer.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Both views came closer: the person’s for {person}%, the practitioner’s for {100 - person}%."),
    };

    // In French two is the first plural.
    private static string FrenchPoints(int points) => points < 2 ? $"{points} point" : $"{points} points";

    private static string EnglishPoints(int points) => points == 1 ? "1 point" : $"{points} points";
}
