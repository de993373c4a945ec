using Barometre.Domain.CoProduction.Effects;

namespace Barometre.UnitTests.CoProduction;

public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(new[] { 11, 20, 30 }, "11 20 30")]
    [InlineData(new[] { 2, 20, 30 }, "· · ·")]
    [InlineData(new[] { 0, 20, 30 }, "· · ·")]
    [InlineData(new[] { 5, 6, 40 }, "· · ·")]
    [InlineData(new[] { 3, 4, 40 }, "· · ·")]
    [InlineData(new[] { 0, 0, 11 }, "· · ·")]
    [InlineData(new[] { 10, 10, 10 }, "· · ·")]
    [InlineData(new[] { 40, 3, 11 }, "· · ·")]
    public void A_row_with_few_people_somewhere_is_hidden_whole(int[] counts, string shown) =>
        Assert.Equal(shown, string.Join(' ', SmallCells.Hide(counts).Select(count => count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "·")));

    /// <summary>An attacker knows the method and the total, and tries every row of counts: of no hidden count do they learn how many it is, nor within eleven.</summary>
    [Fact]
    public void Whoever_knows_the_method_and_the_total_cannot_tell_a_hidden_count()
    {
        var pictures = Rows(60).Where(counts => counts.Sum() >= SmallCells.Fewest).GroupBy(counts => $"{counts.Sum()}: {string.Join(' ', SmallCells.Hide(counts).Select(count => count ?? -1))}");

        Assert.All(pictures, picture =>
        {
            var (rows, shown) = (picture.ToList(), SmallCells.Hide(picture.First()));
            for (var place = 0; place < shown.Count; place++)
            {
                Assert.True(shown[place] is not null || rows.Max(counts => counts[place]) - rows.Min(counts => counts[place]) >= SmallCells.Fewest, picture.Key);
            }
        });
    }

    private static IEnumerable<int[]> Rows(int most) =>
        from low in Enumerable.Range(0, most + 1)
        from middle in Enumerable.Range(0, most + 1 - low)
        from high in Enumerable.Range(0, most + 1 - low - middle)
        select (int[])[low, middle, high];
}
