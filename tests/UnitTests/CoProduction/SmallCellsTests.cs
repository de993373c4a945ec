using Barometre.Domain.CoProduction.Effects;

namespace Barometre.UnitTests.CoProduction;

public sealed class SmallCellsTests
{
    [Theory]
    [InlineData(new[] { 11, 20, 30 }, "11 20 30")]
    [InlineData(new[] { 2, 20, 30 }, "· · 30")]
    [InlineData(new[] { 0, 20, 30 }, "· · 30")]
    [InlineData(new[] { 5, 6, 40 }, "· · 40")]
    [InlineData(new[] { 3, 4, 40 }, "· · ·")]
    [InlineData(new[] { 0, 0, 11 }, "· · ·")]
    [InlineData(new[] { 10, 10, 10 }, "· · ·")]
    [InlineData(new[] { 40, 3, 11 }, "40 · ·")]
    public void Few_people_are_hidden_with_enough_others_that_the_total_does_not_give_them_back(int[] counts, string shown) =>
        Assert.Equal(shown, string.Join(' ', SmallCells.Hide(counts).Select(count => count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "·")));

    [Fact]
    public void Nothing_shown_is_of_few_people_and_what_is_hidden_is_of_many_or_is_everything()
    {
        foreach (var counts in Rows(60))
        {
            var shown = SmallCells.Hide(counts);
            var hidden = counts.Where((_, place) => shown[place] is null).ToList();
            Assert.DoesNotContain(shown, count => count < SmallCells.Fewest);
            Assert.True(hidden.Count == 0 || hidden.Count == counts.Length || (hidden.Count > 1 && hidden.Sum() >= SmallCells.Fewest), string.Join(' ', counts));
        }
    }

    /// <summary>An attacker knows the method and the total, and tries every row of counts: of no hidden count do they learn how many it is, nor within fewer than six numbers.</summary>
    [Fact]
    public void Whoever_knows_the_method_and_the_total_cannot_tell_a_hidden_count()
    {
        var pictures = Rows(60).Where(counts => counts.Sum() >= SmallCells.Fewest).GroupBy(counts => $"{counts.Sum()}: {string.Join(' ', SmallCells.Hide(counts).Select(count => count ?? -1))}");

        Assert.All(pictures, picture =>
        {
            var (rows, shown) = (picture.ToList(), SmallCells.Hide(picture.First()));
            for (var place = 0; place < shown.Count; place++)
            {
                Assert.True(shown[place] is not null || rows.Max(counts => counts[place]) - rows.Min(counts => counts[place]) >= 5, picture.Key);
            }
        });
    }

    private static IEnumerable<int[]> Rows(int most) =>
        from low in Enumerable.Range(0, most + 1)
        from middle in Enumerable.Range(0, most + 1 - low)
        from high in Enumerable.Range(0, most + 1 - low - middle)
        select (int[])[low, middle, high];
}
