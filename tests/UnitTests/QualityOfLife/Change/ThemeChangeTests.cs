using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class ThemeChangeTests
{
    [Fact]
    public void Gives_baseline_previous_latest_and_the_changes_between_them()
    {
        var change = ThemeChange.Compute(Given.Weekly(40, 55, 70, 62));

        Assert.Equal(4, change.N);
        Assert.Equal(new RatingPoint(Given.Start, 40, 0), change.First);
        Assert.Equal(new RatingPoint(Given.OnDay(14), 70, 2), change.Previous);
        Assert.Equal(new RatingPoint(Given.OnDay(21), 62, 3), change.Latest);
        Assert.Equal((22, -8), (change.ChangeSinceBaseline, change.ChangeSincePrevious));
    }

    [Fact]
    public void Says_whether_the_change_since_baseline_is_reliable_and_by_which_error()
    {
        var change = ThemeChange.Compute(Given.Weekly(40, 55, 70, 62), Reliability.OfProject(5));

        Assert.Equal((5.0, SemSource.Project), (change.Sem, change.SemSource));
        Assert.Equal(22 / (Math.Sqrt(2) * 5), change.Rc!.Value, 12);
        Assert.Equal(1.96 * Math.Sqrt(2) * 5, change.Sdc, 12);
        Assert.True(change.Reliable);
    }

    [Fact]
    public void Gives_pace_order_and_probability()
    {
        // Sen's example, in days.
        var change = ThemeChange.Compute(Given.OnDays((1, 9), (2, 15), (3, 19), (4, 20), (10, 45), (12, 55), (18, 78)));

        Assert.Equal(120, change.SlopePer30Days!.Value, 9);
        Assert.Equal((21L, 1.0), (change.S, change.TauB));
        Assert.Equal(2 / 5040.0, change.P!.Value, 15);
        Assert.Equal(PMethod.Exact, change.PMethod);
        // At 95 % M = (21 − 13.05)/2 rounds to 4, as at 93 %.
        Assert.Equal(26 / 7.0 * 30, change.SlopeLow!.Value, 9);
        Assert.Equal(35 / 8.0 * 30, change.SlopeHigh!.Value, 9);
    }

    [Fact]
    public void Without_ratings_everything_is_undefined_and_nothing_is_0()
    {
        var change = ThemeChange.Compute(RatingSeries.Empty);

        Assert.Equal((0, Verdict.TooEarly), (change.N, change.Verdict));
        object?[] undefined =
        [
            change.First, change.Previous, change.Latest, change.ChangeSinceBaseline, change.ChangeSincePrevious, change.Rc, change.Reliable,
            change.SlopePer30Days, change.SlopeLow, change.SlopeHigh, change.S, change.TauB, change.P, change.PMethod, change.Autocorrelation,
        ];
        Assert.All(undefined, Assert.Null);
    }

    [Fact]
    public void One_rating_is_first_and_latest_and_has_no_change()
    {
        var change = ThemeChange.Compute(Given.Weekly(70));

        Assert.Equal(change.First, change.Latest);
        Assert.NotNull(change.Latest);
        Assert.Null(change.Previous);
        Assert.Null(change.ChangeSinceBaseline);
        Assert.Null(change.Rc);
        Assert.Null(change.SlopePer30Days);
    }

    [Fact]
    public void Two_ratings_have_a_change_and_a_pace_without_bounds()
    {
        var change = ThemeChange.Compute(Given.Every(TimeSpan.FromDays(30), 20, 60));

        Assert.Equal((40, 40.0, 1L, 1.0), (change.ChangeSinceBaseline, change.SlopePer30Days, change.S, change.P));
        Assert.Null(change.SlopeLow);
        Assert.Null(change.SlopeHigh);
        Assert.Equal(VerdictReasonCode.TooFewRatings, change.Reason.Code);
    }

    [Fact]
    public void A_window_starts_at_the_date_picked_with_its_own_baseline()
    {
        var change = ThemeChange.Compute(Given.Weekly(90, 80, 30, 40, 50), windowStart: Given.OnDay(14));

        Assert.Equal((3, 30, 20), (change.N, change.First!.Value.Value, change.ChangeSinceBaseline));
        Assert.Equal(Given.OnDay(14), change.WindowStart);
        Assert.Equal(3, change.S);
    }

    [Fact]
    public void The_persons_own_error_comes_from_all_ratings_not_from_the_window()
    {
        var ratings = Given.Every(TimeSpan.FromDays(1), 50, 54, 50, 54, 50, 54);

        var change = ThemeChange.Compute(ratings, windowStart: Given.OnDay(4));

        Assert.Equal((2, SemSource.Own), (change.N, change.SemSource));
        Assert.Equal(Math.Sqrt(9.6), change.Sem, 12);
    }

    [Fact]
    public void The_method_is_named() => Assert.Equal("change/1", ThemeChange.Method);
}
