namespace Barometre.Domain.CoProduction.Effects;

/// <summary>Hides counts of few people in a row of counts whose total is known, so that the total gives none of them back.</summary>
/// <remarks>Threshold suppression with complementary suppression (Cox 1980; Willenborg &amp; de Waal, <em>Elements of Statistical Disclosure Control</em>, 2001, chapter 4), for one
/// margin. A hidden count of 0 is hidden like any other: that nobody is somewhere says something of everybody. Checked in SmallCellsTests against somebody who knows this very method
/// and tries every row that gives the same picture.</remarks>
public static class SmallCells
{
    /// <summary>People: fewer are never shown.</summary>
    public const int Fewest = 11;

    /// <summary>The counts that may be shown beside their total; null for the hidden ones.</summary>
    /// <param name="counts">People; each in one count.</param>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts)
    {
        var hidden = counts.Select((count, place) => (count, place)).Where(cell => cell.count < Fewest).Select(cell => cell.place).ToHashSet();
        // One hidden count is the total less the others; few people hidden together are a small count again.
        while (hidden.Count > 0 && hidden.Count < counts.Count && (hidden.Count == 1 || hidden.Sum(place => counts[place]) < Fewest))
        {
            hidden.Add(Enumerable.Range(0, counts.Count).Where(place => !hidden.Contains(place)).MinBy(place => counts[place]));
        }

        return [.. counts.Select((count, place) => hidden.Contains(place) ? (int?)null : count)];
    }
}
