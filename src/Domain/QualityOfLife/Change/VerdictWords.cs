using System.Globalization;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>A verdict and its reason as one calm sentence a person can read, in French or English, with numbers written as in their place.</summary>
/// <remarks>The sentence speaks of answers, never of the person. English is for every language but French.</remarks>
public static class VerdictWords
{
    /// <summary>The verdict in a word or two, for a label.</summary>
    public static string Label(Verdict verdict, CultureInfo culture) => (verdict, IsFrench(culture)) switch
    {
        (Verdict.TooEarly, true) => "Trop tôt pour le dire",
        (Verdict.TooEarly, false) => "Too early to tell",
        (Verdict.Rising, true) => "Ça monte",
        (Verdict.Rising, false) => "Going up",
        (Verdict.Falling, true) => "Ça descend",
        (Verdict.Falling, false) => "Going down",
        (Verdict.Steady, true) => "Pas de changement net",
        (Verdict.Steady, false) => "No clear change",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
    };

    /// <summary>The verdict and why, in one sentence.</summary>
    public static string Sentence(VerdictReason reason, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(reason);
        // A space that keeps the colon on the line of its word, as French is set.
        return IsFrench(culture)
            ? $"{Label(reason.Verdict, culture)}\u00a0: {FrenchReason(reason, culture)}."
            : $"{Label(reason.Verdict, culture)}: {EnglishReason(reason, culture)}.";
    }

    /// <summary>What to add when <see cref="ThemeChange.AutocorrelationCaveat"/> is set.</summary>
    public static string Caveat(CultureInfo culture) => IsFrench(culture)
        ? "À lire avec prudence\u00a0: les réponses qui se suivent se ressemblent, et chacune en dit un peu moins."
        : "To be read with care: answers that follow each other are alike, so each one tells a little less.";

    private static string FrenchReason(VerdictReason reason, CultureInfo culture)
    {
        var higher = reason.Verdict == Verdict.Rising ? "plus haut" : "plus bas";
        return reason.Code switch
        {
            VerdictReasonCode.TooFewRatings => "il y a moins de trois réponses",
            VerdictReasonCode.TooShortATime => "toutes les réponses tiennent en une semaine",
            VerdictReasonCode.Trend =>
                $"l’ensemble des réponses se déplace d’environ {Points(reason.TrendMove)}, "
                + $"plus que ce qui varie d’habitude entre deux réponses ({Points(reason.Sdc)})",
            VerdictReasonCode.LatestAgainstStart =>
                $"la dernière réponse est {Points(reason.SinceFirst)} {higher} que la première, et loin aussi des autres réponses du début",
            VerdictReasonCode.TrendAndLatest =>
                $"l’ensemble des réponses se déplace d’environ {Points(reason.TrendMove)}, "
                + $"et la dernière est {Points(reason.SinceFirst)} {higher} que la première",
            VerdictReasonCode.SignalsDisagree => "l’ensemble des réponses va dans un sens, la dernière dans l’autre",
            VerdictReasonCode.TrendTooSmall =>
                $"les réponses penchent un peu d’un côté, moins que ce qui varie d’habitude entre deux réponses ({Points(reason.Sdc)})",
            VerdictReasonCode.FirstRatingStandsAlone =>
                "la dernière réponse est loin de la première, mais les autres réponses du début disent autre chose",
            VerdictReasonCode.AllAlike => "toutes les réponses sont les mêmes",
            VerdictReasonCode.NoDirection => "les réponses montent et descendent sans qu’une direction se dégage",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Code, "Not a reason."),
        };

        // In French two is the first plural: 1,9 point, 2 points.
        string Points(double? number) => Magnitude(number) is var size && size < 2 ? $"{Write(size, culture)} point" : $"{Write(size, culture)} points";
    }

    private static string EnglishReason(VerdictReason reason, CultureInfo culture)
    {
        var higher = reason.Verdict == Verdict.Rising ? "higher" : "lower";
        return reason.Code switch
        {
            VerdictReasonCode.TooFewRatings => "there are fewer than three answers",
            VerdictReasonCode.TooShortATime => "all the answers fall within one week",
            VerdictReasonCode.Trend =>
                $"the answers as a whole move by about {Points(reason.TrendMove)}, more than what usually varies between two answers ({Points(reason.Sdc)})",
            VerdictReasonCode.LatestAgainstStart =>
                $"the latest answer is {Points(reason.SinceFirst)} {higher} than the first, and also far from the other early answers",
            VerdictReasonCode.TrendAndLatest =>
                $"the answers as a whole move by about {Points(reason.TrendMove)}, and the latest is {Points(reason.SinceFirst)} {higher} than the first",
            VerdictReasonCode.SignalsDisagree => "the answers as a whole go one way, the latest goes the other way",
            VerdictReasonCode.TrendTooSmall =>
                $"the answers lean a little one way, less than what usually varies between two answers ({Points(reason.Sdc)})",
            VerdictReasonCode.FirstRatingStandsAlone => "the latest answer is far from the first, but the other early answers say otherwise",
            VerdictReasonCode.AllAlike => "all the answers are the same",
            VerdictReasonCode.NoDirection => "the answers go up and down, and no direction stands out",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Code, "Not a reason."),
        };

        string Points(double? number) => Magnitude(number) is var size && size == 1 ? $"{Write(size, culture)} point" : $"{Write(size, culture)} points";
    }

    // As it will be written, so that the word after it agrees with what is read.
    private static double Magnitude(double? number) => Math.Round(Math.Abs(number ?? 0), 1, MidpointRounding.AwayFromZero);

    private static string Write(double number, CultureInfo culture) => number.ToString("0.#", culture);

    private static bool IsFrench(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return string.Equals(culture.TwoLetterISOLanguageName, "fr", StringComparison.Ordinal);
    }
}
