using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class RatingSeriesTests
{
    [Fact]
    public void Orders_ratings_by_time_not_by_arrival()
    {
        var series = RatingSeries.From([new(Given.OnDay(9), 90, 1), new(Given.OnDay(2), 20, 2), new(Given.OnDay(5), 50, 3)]);

        Assert.Equal([20, 50, 90], series.Points.ToArray().Select(point => point.Value));
    }

    [Fact]
    public void Keeps_the_last_recorded_of_several_ratings_at_one_instant()
    {
        var series = RatingSeries.From([new(Given.OnDay(2), 70, 8), new(Given.OnDay(2), 20, 9), new(Given.OnDay(2), 50, 3), new(Given.OnDay(1), 10, 4)]);

        Assert.Equal([10, 20], series.Points.ToArray().Select(point => point.Value));
    }

    [Fact]
    public void The_same_instant_told_in_two_time_zones_is_one_instant()
    {
        var here = Given.OnDay(2);

        var series = RatingSeries.From([new(here, 70, 1), new(here.ToOffset(TimeSpan.FromHours(-4)), 20, 2)]);

        Assert.Equal(1, series.Count);
        Assert.Equal(20, series.Latest!.Value.Value);
    }

    [Fact]
    public void Since_a_date_includes_that_instant()
    {
        var series = Given.Weekly(10, 20, 30, 40).Since(Given.OnDay(14));

        Assert.Equal([30, 40], series.Points.ToArray().Select(point => point.Value));
    }

    [Fact]
    public void Is_not_changed_by_the_list_it_came_from()
    {
        RatingPoint[] source = [new(Given.OnDay(1), 10, 1), new(Given.OnDay(2), 20, 2)];
        var series = RatingSeries.From(source);

        source[1] = new RatingPoint(Given.OnDay(2), 99, 3);

        Assert.Equal(20, series.Latest!.Value.Value);
    }

    [Fact]
    public void An_empty_series_has_no_first_previous_or_latest()
    {
        Assert.Null(RatingSeries.Empty.First);
        Assert.Null(RatingSeries.Empty.Previous);
        Assert.Null(RatingSeries.Empty.Latest);
        Assert.Equal(TimeSpan.Zero, RatingSeries.Empty.Span);
    }
}
