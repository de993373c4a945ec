using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class ReliableChangeTests
{
    [Fact]
    public void Gives_the_numbers_of_Jacobson_and_Truax()
    {
        var sem = ReliableChange.Sem(7.5, 0.80);

        Assert.Equal(3.3541, sem, 4);
        Assert.Equal(4.7434, ReliableChange.Sdiff(sem), 4);
        Assert.Equal(3.1623, ReliableChange.Rc(32.5, 47.5, sem), 4);
        Assert.True(ReliableChange.IsReliable(ReliableChange.Rc(32.5, 47.5, sem)));
    }

    [Fact]
    public void Gives_the_three_cut_offs_of_Jacobson_and_Truax()
    {
        var cutOffs = ReliableChange.CutOffsBetween(startMean: 40, startDeviation: 7.5, referenceMean: 60, referenceDeviation: 7.5);

        Assert.Equal(new CutOffs(55, 45, 50), cutOffs);
    }

    [Fact]
    public void Mirrors_the_cut_offs_on_a_scale_where_less_is_better()
    {
        var cutOffs = ReliableChange.CutOffsBetween(startMean: 60, startDeviation: 10, referenceMean: 40, referenceDeviation: 5);

        Assert.Equal(40, cutOffs.A);
        Assert.Equal(50, cutOffs.B);
        Assert.Equal(((5 * 60) + (10 * 40)) / 15.0, cutOffs.C, 12);
    }

    [Fact]
    public void The_smallest_detectable_change_of_eight_points_of_error_is_twenty_two() => Assert.Equal(22.1749, ReliableChange.Sdc(8), 4);

    [Fact]
    public void Divides_by_the_error_of_a_difference_not_of_one_measure() => Assert.Equal(1 / Math.Sqrt(2), ReliableChange.Rc(0, 8, sem: 8), 12);

    [Fact]
    public void A_change_just_at_the_threshold_is_not_reliable()
    {
        Assert.False(ReliableChange.IsReliable(1.96));
        Assert.True(ReliableChange.IsReliable(-1.9600001));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_an_index_without_error_of_measurement(double sem) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliableChange.Rc(10, 20, sem));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Refuses_a_reliability_outside_0_to_1(double reliability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReliableChange.Sem(7.5, reliability));
}
