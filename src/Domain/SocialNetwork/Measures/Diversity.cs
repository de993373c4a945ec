namespace Barometre.Domain.SocialNetwork.Measures;

/// <summary>How mixed the alters are.</summary>
public static class Diversity
{
    /// <summary>Blau's index (Blau 1977): the chance that two taken at random differ, 0 to below 1: 1 − Σp²; null without any.</summary>
    public static double? Blau(IReadOnlyCollection<int> counts)
    {
        double all = counts.Sum();
        return all == 0 ? null : 1 - counts.Sum(count => count / all * (count / all));
    }

    /// <summary>Index of qualitative variation (Mueller and Schuessler 1961): Blau's index over the most that <paramref name="kinds"/> kinds allow, 0 to 1; null without any.</summary>
    public static double? Variation(IReadOnlyCollection<int> counts, int kinds) => kinds < 2 ? null : Blau(counts) / (1 - (1.0 / kinds));

    /// <summary>E–I index (Krackhardt and Stern 1988): (E − I)/(E + I), −1 = all inside, 1 = all outside; null without any.</summary>
    public static double? EiIndex(int outside, int inside) => outside + inside == 0 ? null : (double)(outside - inside) / (outside + inside);
}
