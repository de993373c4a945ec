using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class NormalDistributionTests
{
    // From R 4.2: pnorm(z, lower.tail = FALSE), qnorm(p).
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.5, 0.308537538725987)]
    [InlineData(1.96, 0.0249978951482204)]
    [InlineData(2.4999999, 0.0062096670786064)]
    [InlineData(2.5, 0.00620966532577613)]
    [InlineData(5, 2.86651571879194e-07)]
    [InlineData(10, 7.61985302416052e-24)]
    [InlineData(30, 4.90671392714793e-198)]
    [InlineData(-1, 0.841344746068543)]
    public void The_upper_tail_is_right_to_twelve_digits(double z, double expected)
    {
        Assert.Equal(1, NormalDistribution.UpperTail(z) / expected, 12);
        Assert.Equal(NormalDistribution.UpperTail(z), NormalDistribution.Cdf(-z));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.95996398454005)]
    [InlineData(0.965, 1.81191067295260)]
    [InlineData(0.025, -1.95996398454005)]
    [InlineData(0.999999, 4.75342430881709)]
    public void The_quantile_is_right_to_twelve_digits(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Refuses_a_probability_that_no_deviation_has(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(probability));
}
