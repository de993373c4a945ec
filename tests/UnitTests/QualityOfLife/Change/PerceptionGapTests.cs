using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class PerceptionGapTests
{
    [Fact]
    public void Is_practitioner_minus_person_latest_of_each()
    {
        var gap = PerceptionGap.Compute(Given.OnDays((0, 80), (10, 100)), Given.OnDays((5, 20), (12, 60)));

        Assert.Equal(-40, gap.Current);
        Assert.Equal((100, 60), (gap.Person!.Value.Value, gap.Practitioner!.Value.Value));
    }

    [Theory]
    [InlineData(30, -50)]
    [InlineData(30.01, null)]
    public void Is_undefined_when_the_two_spoke_more_than_thirty_days_apart(double day, int? expected)
    {
        Assert.Equal(expected, PerceptionGap.Compute(Given.OnDays((0, 100)), Given.OnDays((day, 50))).Current);
        Assert.Equal(-expected, PerceptionGap.Compute(Given.OnDays((day, 50)), Given.OnDays((0, 100))).Current);
    }

    [Fact]
    public void Is_undefined_while_one_voice_is_silent()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(10, 20, 30), RatingSeries.Empty);

        Assert.Null(gap.Current);
        Assert.Empty(gap.History);
        Assert.Null(gap.Trend);
    }

    [Fact]
    public void Its_history_has_one_point_each_time_either_speaks()
    {
        var gap = PerceptionGap.Compute(Given.OnDays((0, 80), (10, 70), (20, 60)), Given.OnDays((5, 20), (10, 40), (60, 50)));

        GapPoint[] expected = [new(Given.OnDay(5), 80, 20), new(Given.OnDay(10), 70, 40), new(Given.OnDay(20), 60, 40)];
        Assert.Equal(expected, gap.History);
        Assert.Null(gap.Current);
    }

    [Fact]
    public void Its_trend_is_that_of_the_signed_gap()
    {
        var gap = PerceptionGap.Compute(Given.Every(TimeSpan.FromDays(30), 100, 100, 100, 100, 100), Given.Every(TimeSpan.FromDays(30), 50, 60, 70, 80, 90));

        Assert.Equal(10, gap.Trend!.SlopePer30Days, 9);
        Assert.Equal(10, gap.Trend.S);
        Assert.Equal(2 / 120.0, gap.Trend.P, 12);
    }

    [Fact]
    public void All_at_a_hundred_it_is_the_practitioner_who_moved()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(100, 100, 100), Given.Weekly(50, 60, 90));

        var inflexion = Assert.Single(gap.Inflexions);
        Assert.Equal((40, 0, 40), (inflexion.NarrowedBy, inflexion.PersonMoved, inflexion.PractitionerMoved));
        Assert.Equal((0.0, 1.0), (inflexion.PersonShare, inflexion.PractitionerShare));
    }

    [Fact]
    public void Each_sides_share_is_its_move_over_both_moves()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(80, 70), Given.Weekly(20, 50));

        var inflexion = Assert.Single(gap.Inflexions);
        Assert.Equal((0.25, 0.75), (inflexion.PersonShare, inflexion.PractitionerShare));
    }

    [Fact]
    public void A_side_that_moved_away_did_not_narrow_the_gap()
    {
        var personAway = Assert.Single(PerceptionGap.Compute(Given.Weekly(60, 70), Given.Weekly(20, 65)).Inflexions);
        var practitionerAway = Assert.Single(PerceptionGap.Compute(Given.Weekly(20, 65), Given.Weekly(60, 70)).Inflexions);

        Assert.Equal((10, 0.0, 1.0), (personAway.PersonMoved, personAway.PersonShare, personAway.PractitionerShare));
        Assert.Equal((10, 1.0, 0.0), (practitionerAway.PractitionerMoved, practitionerAway.PersonShare, practitionerAway.PractitionerShare));
    }

    [Fact]
    public void A_move_past_the_other_side_counts_in_full()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(80, 40), Given.Weekly(20, 50));

        var inflexion = Assert.Single(gap.Inflexions);
        Assert.Equal(50, inflexion.NarrowedBy);
        Assert.Equal(40 / 70.0, inflexion.PersonShare, 12);
    }

    [Theory]
    [InlineData(22, 0)]
    [InlineData(23, 1)]
    public void A_gap_has_narrowed_only_by_the_smallest_detectable_change(int narrowing, int inflexions)
    {
        // The instrument's default: 22.17 points.
        var gap = PerceptionGap.Compute(Given.Weekly(100, 100), Given.Weekly(50, 50 + narrowing));

        Assert.Equal(inflexions, gap.Inflexions.Count);
    }

    [Fact]
    public void The_less_steady_side_says_what_is_detectable()
    {
        var unsteady = Given.Every(TimeSpan.FromDays(1), 10, 90, 10, 90, 10, 90, 10);

        var gap = PerceptionGap.Compute(Given.Weekly(50, 50), unsteady);

        Assert.Equal(Reliability.Resolve(unsteady).Sdc, gap.Sdc);
        Assert.True(gap.Sdc > Reliability.Instrument.Sdc);
    }

    [Fact]
    public void A_gap_that_widens_again_can_narrow_twice()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(100, 100, 100, 100, 100, 40), Given.Weekly(20, 60, 55, 90, 30, 30));

        // Widths 80, 40, 45, 10, 70, 10: the small widening to 45 does not end the first narrowing.
        Assert.Equal([(80, 10), (70, 10)], gap.Inflexions.Select(inflexion => (inflexion.From.Width, inflexion.To.Width)));
        Assert.Equal([0.0, 1.0], gap.Inflexions.Select(inflexion => inflexion.PersonShare));
    }

    [Fact]
    public void A_narrowing_is_told_by_its_shortest_stretch()
    {
        var gap = PerceptionGap.Compute(Given.Weekly(100, 100, 100, 100, 100), Given.Weekly(40, 40, 70, 90, 90));

        var inflexion = Assert.Single(gap.Inflexions);
        Assert.Equal((Given.OnDay(7), Given.OnDay(21)), (inflexion.From.At, inflexion.To.At));
    }
}
