using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class ReliabilityTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void Five_close_pairs_give_the_persons_own_error()
    {
        var reliability = Reliability.Resolve(Given.Every(Day, 50, 54, 50, 54, 50, 54), Reliability.OfProject(5));

        // Differences 4, −4, 4, −4, 4: mean 0.8, variance 76.8/4 = 19.2, SD/√2 = √9.6.
        Assert.Equal(Math.Sqrt(9.6), reliability.Sem, 12);
        Assert.Equal(SemSource.Own, reliability.Source);
    }

    [Fact]
    public void Four_close_pairs_fall_back_on_the_projects_study()
    {
        var reliability = Reliability.Resolve(Given.Every(Day, 50, 54, 50, 54, 50), Reliability.OfProject(standardDeviation: 20, reliability: 0.91));

        Assert.Equal(6, reliability.Sem, 12);
        Assert.Equal(SemSource.Project, reliability.Source);
    }

    [Fact]
    public void Without_a_study_the_instrument_says_eight_points()
    {
        var reliability = Reliability.Resolve(Given.Weekly(10, 20, 30, 40, 50, 60, 70));

        Assert.Equal(8, reliability.Sem);
        Assert.Equal(SemSource.Instrument, reliability.Source);
        Assert.Equal(22.1749, reliability.Sdc, 4);
    }

    [Fact]
    public void A_pause_of_exactly_three_days_still_makes_a_pair()
    {
        var threeDays = TimeSpan.FromDays(3);

        Assert.NotNull(Reliability.OwnSem(Given.Every(threeDays, 50, 54, 50, 54, 50, 54)));
        Assert.Null(Reliability.OwnSem(Given.Every(threeDays + TimeSpan.FromTicks(1), 50, 54, 50, 54, 50, 54)));
    }

    [Fact]
    public void Only_neighbours_make_pairs()
    {
        // Four ratings on one day hold six pairs, but three of neighbours.
        Assert.Null(Reliability.OwnSem(Given.Every(TimeSpan.FromHours(1), 50, 60, 40, 70)));
    }

    [Fact]
    public void A_slider_left_where_it_stood_does_not_make_a_perfect_measure()
    {
        var reliability = Reliability.Resolve(Given.Every(Day, 80, 80, 80, 80, 80, 80, 80));

        Assert.Equal(SemSource.Instrument, reliability.Source);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_a_published_error_that_is_not_above_0(double sem) => Assert.Throws<ArgumentOutOfRangeException>(() => Reliability.OfProject(sem));
}
