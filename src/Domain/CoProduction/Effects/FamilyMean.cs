namespace Barometre.Domain.CoProduction.Effects;

/// <summary>The mean of one family's answered questions, in points: 0 to 100; for a change, 50 = same as before.</summary>
/// <remarks>Source: design of the instrument, three families of five questions, each the mean of those answered by a rating if at least three are. Checked in FamilyMeanTests.</remarks>
/// <param name="Mean">Undefined, never 0 or 50, below <see cref="Fewest"/> ratings.</param>
/// <param name="Rated">How many questions were answered by a rating.</param>
public sealed record FamilyMean(EffectsFamily Family, double? Mean, int Rated)
{
    /// <summary>Fewer ratings than this give no mean.</summary>
    public const int Fewest = 3;

    /// <param name="family">The family.</param>
    /// <param name="latest">Of each question the latest word; those of other families are left out.</param>
    public static FamilyMean Of(EffectsFamily family, IEnumerable<EffectsAnswer> latest)
    {
        var ratings = latest.Where(answer => answer.Family == family).Select(answer => answer.Rating).OfType<short>().ToList();
        return new FamilyMean(family, ratings.Count < Fewest ? null : ratings.Average(rating => (double)rating), ratings.Count);
    }
}
