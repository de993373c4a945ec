namespace Barometre.Domain.CoProduction.Effects;

/// <summary>Hides a row of counts of people whose total is known, where one of them is of few.</summary>
/// <remarks>Threshold suppression whose complement is the whole row (on suppression: Willenborg &amp; de Waal, <em>Elements of Statistical Disclosure Control</em>, 2001). Hiding only the next
/// smallest count beside a small one, as is usual, leaves whoever knows the method and the total a range of three people in a row of three: SmallCellsTests tries every row that gives
/// the same picture. A count of 0 is hidden like any other: that nobody is somewhere says something of everybody.</remarks>
public static class SmallCells
{
    /// <summary>People: fewer are never shown.</summary>
    public const int Fewest = 11;

    /// <summary>The counts that may be shown beside their total: all of them, or, null each, none.</summary>
    /// <param name="counts">People; each in one count.</param>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts) => [.. counts.Select(count => counts.Min() < Fewest ? (int?)null : count)];
}
