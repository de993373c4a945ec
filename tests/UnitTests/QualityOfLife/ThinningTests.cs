using Barometre.Domain.QualityOfLife;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.QualityOfLife;

public sealed class ThinningTests
{
    private static readonly Gen<(short[] Values, int Most)> Series =
        from count in Gen.Choose(0, 400)
        from values in Gen.Choose(0, 100).Select(value => (short)value).ArrayOf(count)
        from most in Gen.Choose(Thinning.Fewest, 120)
        select (values, most);

    [Fact]
    public void Keeps_at_most_so_many_points_in_order() =>
        Prop.ForAll(Series.ToArbitrary(), series =>
        {
            var kept = Thinning.Keep(series.Values, series.Most);
            return kept.Count <= series.Most && kept.Zip(kept.Skip(1)).All(pair => pair.First < pair.Second) && kept.All(i => i >= 0 && i < series.Values.Length);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keeps_first_last_highest_and_lowest() =>
        Prop.ForAll(Series.Where(series => series.Values.Length > 0).ToArbitrary(), series =>
        {
            var kept = Thinning.Keep(series.Values, series.Most);
            return kept[0] == 0 && kept[^1] == series.Values.Length - 1
                && kept.Max(i => series.Values[i]) == series.Values.Max() && kept.Min(i => series.Values[i]) == series.Values.Min();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaves_a_short_series_whole() =>
        Prop.ForAll(Series.Where(series => series.Values.Length <= series.Most).ToArbitrary(), series =>
            Thinning.Keep(series.Values, series.Most).Count == series.Values.Length).QuickCheckThrowOnFailure();

    [Fact]
    public void Uses_most_of_what_it_is_given()
    {
        var values = Enumerable.Range(0, 1000).Select(i => (short)(i * 37 % 101)).ToArray();

        Assert.InRange(Thinning.Keep(values, 100).Count, 90, 100);
    }
}
