using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class KendallTauTests
{
    [Fact]
    public void Gives_the_numbers_of_Kendall_with_ties_on_both_sides()
    {
        // Kendall (1970), ch. 3: ranks doubled to be whole.
        long[] first = [2, 5, 5, 9, 9, 13, 13, 16, 19, 19];
        int[] second = [2, 4, 9, 9, 9, 9, 16, 16, 16, 20];

        var tau = KendallTau.Compute(first, second);

        Assert.Equal(33, tau.S);
        Assert.Equal(33 / Math.Sqrt(41 * 36), tau.TauB!.Value, 12);
        Assert.Equal(0.859, tau.TauB.Value, 3);
        Assert.Equal(41, tau.PairsApart);
    }

    [Theory]
    [InlineData(new[] { 1L, 2, 3, 4, 5, 6 }, new[] { 3, 1, 4, 1, 5, 9 })]
    [InlineData(new[] { 1L, 2, 2, 3, 3, 3 }, new[] { 3, 1, 4, 1, 5, 9 })]
    [InlineData(new[] { 1L, 1, 1, 2, 2, 3 }, new[] { 7, 7, 7, 2, 2, 5 })]
    [InlineData(new[] { 1L, 2, 2 }, new[] { 7, 7, 2 })]
    public void The_variance_is_that_of_S_over_every_order(long[] times, int[] values)
    {
        var everyS = Reference.AllS(times, values);

        var tau = KendallTau.Compute(times, values);

        Assert.Equal(0, everyS.Average(), 9);
        Assert.Equal(everyS.Average(s => (double)s * s), tau.Variance, 9);
    }

    [Fact]
    public void Times_need_not_come_in_order()
    {
        Assert.Equal(3, KendallTau.Compute([3, 1, 2], [30, 10, 20]).S);
    }

    [Fact]
    public void Is_undefined_when_all_values_or_all_times_are_alike()
    {
        Assert.Null(KendallTau.Compute([1, 2, 3], [5, 5, 5]).TauB);
        Assert.Null(KendallTau.Compute([1, 1, 1], [5, 6, 7]).TauB);
    }

    [Fact]
    public void Refuses_times_without_values() => Assert.Throws<ArgumentException>(() => KendallTau.Compute([1, 2, 3], [5, 5]));
}
