using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

/// <summary>One series for each reason. The error of measurement is the instrument's unless told: a change counts from 22.17 points on.</summary>
public class VerdictTests
{
    [Fact]
    public void Two_ratings_are_too_few() => AssertVerdict(Verdict.TooEarly, VerdictReasonCode.TooFewRatings, Given.Weekly(10, 90));

    [Fact]
    public void Ratings_that_all_lie_within_seven_days_are_too_close()
    {
        AssertVerdict(Verdict.TooEarly, VerdictReasonCode.TooShortATime, Given.OnDays((0, 10), (1, 30), (3, 60), (5, 80), (7, 100)));
        AssertVerdict(Verdict.Rising, VerdictReasonCode.TrendAndLatest, Given.OnDays((0, 10), (1, 30), (3, 60), (5, 80), (7.01, 100)));
    }

    [Fact]
    public void A_clear_trend_whose_latest_is_near_the_start_again_is_a_trend() =>
        AssertVerdict(Verdict.Rising, VerdictReasonCode.Trend, Given.Weekly(30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 45));

    [Fact]
    public void A_clear_trend_down_is_falling() =>
        AssertVerdict(Verdict.Falling, VerdictReasonCode.Trend, Given.Weekly(70, 65, 60, 55, 50, 45, 40, 35, 30, 25, 55));

    [Fact]
    public void A_latest_far_from_the_first_and_from_the_first_three_counts_without_a_trend()
    {
        AssertVerdict(Verdict.Rising, VerdictReasonCode.LatestAgainstStart, Given.Weekly(20, 22, 18, 60));
        AssertVerdict(Verdict.Falling, VerdictReasonCode.LatestAgainstStart, Given.Weekly(80, 78, 82, 40));
    }

    [Fact]
    public void Both_signals_the_same_way_are_named_together() =>
        AssertVerdict(Verdict.Rising, VerdictReasonCode.TrendAndLatest, Given.Weekly(10, 20, 30, 40, 50));

    [Fact]
    public void One_odd_first_rating_makes_no_rise() =>
        AssertVerdict(Verdict.Steady, VerdictReasonCode.FirstRatingStandsAlone, Given.Weekly(0, 60, 60, 61));

    [Fact]
    public void A_latest_above_the_first_but_below_the_first_three_makes_no_rise() =>
        AssertVerdict(Verdict.Steady, VerdictReasonCode.FirstRatingStandsAlone, Given.Weekly(0, 100, 100, 50));

    [Fact]
    public void A_long_climb_then_one_rating_below_the_start_is_neither() =>
        AssertVerdict(Verdict.Steady, VerdictReasonCode.SignalsDisagree, Given.Weekly(40, 42, 41, 50, 55, 60, 65, 70, 75, 80, 85, 90, 5));

    [Fact]
    public void A_sure_but_tiny_trend_is_steady() =>
        AssertVerdict(Verdict.Steady, VerdictReasonCode.TrendTooSmall, Given.Weekly(50, 51, 52, 53, 54, 55));

    [Fact]
    public void Ratings_that_never_move_are_steady() => AssertVerdict(Verdict.Steady, VerdictReasonCode.AllAlike, Given.Weekly(100, 100, 100, 100));

    [Fact]
    public void Ratings_that_go_up_and_down_are_steady() =>
        AssertVerdict(Verdict.Steady, VerdictReasonCode.NoDirection, Given.Weekly(50, 40, 60, 45, 55));

    [Fact]
    public void The_same_ratings_say_more_where_the_measure_is_finer()
    {
        var ratings = Given.Weekly(50, 51, 52, 53, 54, 55);

        Assert.Equal(Verdict.Steady, ThemeChange.Compute(ratings, Reliability.OfProject(2)).Verdict);
        Assert.Equal(Verdict.Rising, ThemeChange.Compute(ratings, Reliability.OfProject(1)).Verdict);
    }

    [Fact]
    public void The_reason_holds_the_numbers_that_say_so()
    {
        var reason = ThemeChange.Compute(Given.Weekly(10, 20, 30, 40, 50)).Reason;

        Assert.Equal((5, 28.0, 40, 30), (reason.Ratings, reason.Days, reason.SinceFirst, reason.SinceFirstThree));
        Assert.Equal(40, reason.TrendMove!.Value, 9);
        Assert.Equal(2 / 120.0, reason.P!.Value, 12);
        Assert.Equal(22.1749, reason.Sdc, 4);
    }

    private static void AssertVerdict(Verdict verdict, VerdictReasonCode code, RatingSeries ratings)
    {
        var change = ThemeChange.Compute(ratings);

        Assert.Equal((verdict, code), (change.Verdict, change.Reason.Code));
    }
}
