using Barometre.Domain.QualityOfLife.Change;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class MannKendallTests
{
    private static readonly long[] SenTimes = Given.Ticks(1, 2, 3, 4, 10, 12, 18);
    private static readonly int[] SenValues = [9, 15, 19, 20, 45, 55, 78];

    [Fact]
    public void Gives_the_numbers_of_Sens_example()
    {
        var test = MannKendall.Compute(SenTimes, SenValues);

        Assert.Equal(21, test.S);
        Assert.Equal(1, test.TauB);
        Assert.Equal(44.3333, test.Variance, 4);
        Assert.Equal(3.00376, MannKendall.Z(test.S, test.Variance), 5);
        // R 4.2: 2 * pnorm(-20 / sqrt(133 / 3)).
        Assert.Equal(0.00266668179361410, MannKendall.NormalP(test.S, test.Variance), 14);
        Assert.Equal(2 / 5040.0, test.P, 15);
        Assert.Equal(PMethod.Exact, test.Method);
    }

    [Fact]
    public void The_exact_probability_is_the_share_of_all_orders_at_least_as_far_from_0()
    {
        var fewOrManyTies = from count in Gen.Choose(2, 7) from levels in Gen.Choose(1, 7) from values in Gen.Choose(1, levels).ArrayOf(count) select values;

        Prop.ForAll(fewOrManyTies.ToArbitrary(), values =>
        {
            var times = Given.Hourly(values.Length);
            var s = Math.Abs(Reference.S(times, values));
            var everyS = Reference.AllS(times, values);
            var share = everyS.Count(other => Math.Abs(other) >= s) / (double)everyS.Count;
            return Math.Abs(MannKendall.Compute(times, values).P - share) < 1e-12;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ten_ratings_are_exact_and_eleven_are_normal()
    {
        int[] rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

        var ten = MannKendall.Compute(Given.Hourly(10), rising.AsSpan(0, 10));
        var eleven = MannKendall.Compute(Given.Hourly(11), rising);

        Assert.Equal((PMethod.Exact, PMethod.Normal), (ten.Method, eleven.Method));
        Assert.Equal(2 / 3628800.0, ten.P, 15);
        // R 4.2: cor.test(1:11, 1:11, method = "kendall", exact = FALSE, continuity = TRUE).
        Assert.Equal(2.62361493945871e-05, eleven.P, 10);
    }

    [Fact]
    public void Beyond_ten_ratings_ties_and_continuity_are_corrected_for()
    {
        int[] values = [20, 40, 40, 40, 60, 20, 60, 80, 60, 80, 80, 40, 100];

        var test = MannKendall.Compute(Given.Hourly(13), values);

        // R 4.2: cor.test(1:13, values, method = "kendall", exact = FALSE, continuity = TRUE).
        Assert.Equal(43, test.S);
        Assert.Equal(0.603899230069799, test.TauB!.Value, 6);
        Assert.Equal(0.00810886679727462, test.P, 8);
    }

    [Fact]
    public void Two_ratings_at_one_instant_are_left_to_the_normal_approximation()
    {
        var test = MannKendall.Compute([1, 2, 2, 3], [10, 20, 30, 40]);

        Assert.Equal(5, test.S);
        Assert.Equal(PMethod.Normal, test.Method);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void When_every_value_is_alike_nothing_speaks_against_chance(int count)
    {
        var test = MannKendall.Compute(Given.Hourly(count), [.. Enumerable.Repeat(70, count)]);

        Assert.Equal(0, test.S);
        Assert.Equal(1, test.P);
        Assert.Null(test.TauB);
    }
}
