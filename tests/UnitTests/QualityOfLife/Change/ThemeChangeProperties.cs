using Barometre.Domain.QualityOfLife.Change;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.QualityOfLife.Change;

/// <summary>What holds for any ratings whatever.</summary>
public class ThemeChangeProperties
{
    [Fact]
    public void The_order_of_arrival_does_not_matter() =>
        Prop.ForAll(Generate.Ratings, points => Shuffles(points).All(shuffled => Of(shuffled) == Of(points))).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_duplicate_changes_nothing() =>
        Prop.ForAll(Generate.Ratings, points => points.All(again => Of([again, .. points]) == Of(points) && Of([.. points, again]) == Of(points)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Reversing_time_negates_pace_and_order_and_keeps_probability() =>
        Prop.ForAll(Generate.SeveralRatings, points =>
        {
            var (forth, back) = (Of(points), Of([.. points.Select(point => point with { At = Given.Start - (point.At - Given.Start) })]));
            return back.SlopePer30Days == -forth.SlopePer30Days && back.SlopeLow == -forth.SlopeHigh && back.SlopeHigh == -forth.SlopeLow
                && back.S == -forth.S && back.TauB == -forth.TauB && back.P == forth.P;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shifting_all_values_leaves_pace_order_and_verdict() =>
        Prop.ForAll(Generate.SeveralRatings, points =>
        {
            var (here, there) = (Of(points), Of([.. points.Select(point => point with { Value = point.Value + 37 })]));
            return there.SlopePer30Days == here.SlopePer30Days && there.SlopeLow == here.SlopeLow && there.SlopeHigh == here.SlopeHigh
                && there.S == here.S && there.P == here.P && there.Rc == here.Rc && there.Verdict == here.Verdict;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_scale_upside_down_turns_rising_into_falling() =>
        Prop.ForAll(Generate.Ratings, points =>
        {
            var (upright, turned) = (Of(points), Of([.. points.Select(point => point with { Value = 100 - point.Value })]));
            return turned.Reason.Code == upright.Reason.Code && turned.Verdict == Turned(upright.Verdict);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Probability_and_tau_stay_in_their_ranges() =>
        Prop.ForAll(Generate.Ratings, points => Of(points) is { P: null or (>= 0 and <= 1), TauB: null or (>= -1 and <= 1) }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_slope_lies_within_its_bounds() =>
        Prop.ForAll(Generate.SeveralRatings, points => Of(points) is { SlopeLow: null, SlopeHigh: null } change
            || (Of(points) is var bounded && bounded.SlopeLow <= bounded.SlopePer30Days && bounded.SlopePer30Days <= bounded.SlopeHigh))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Too_few_ratings_are_too_early_and_enough_over_time_are_not() =>
        Prop.ForAll(Generate.Ratings, points =>
        {
            var change = Of(points);
            var days = change.Latest?.At - change.First?.At;
            return change.Verdict == Verdict.TooEarly == (change.N < 3 || days <= TimeSpan.FromDays(7));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_cannot_be_said_is_undefined_never_not_a_number() =>
        Prop.ForAll(Generate.Ratings, points =>
        {
            var change = Of(points);
            double?[] numbers = [change.Rc, change.SlopePer30Days, change.SlopeLow, change.SlopeHigh, change.TauB, change.P, change.Autocorrelation];
            return numbers.All(number => number is null || double.IsFinite(number.Value))
                && numbers.Where((_, i) => i is 0 or 1 or 5).All(number => number is null == change.N < 2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_autocorrelation_is_a_correlation() =>
        Prop.ForAll(Generate.SeveralRatings, points => Of(points).Autocorrelation is null or (>= -1 and <= 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_of_a_narrowing_add_up_to_1_and_the_narrowing_is_detectable() =>
        Prop.ForAll(Generate.TwoVoices, voices =>
        {
            var gap = PerceptionGap.Compute(RatingSeries.From(voices.Person), RatingSeries.From(voices.Practitioner));
            return gap.Inflexions.All(inflexion => inflexion.NarrowedBy >= gap.Sdc && inflexion.From.At < inflexion.To.At
                && inflexion is { PersonShare: >= 0 and <= 1, PractitionerShare: >= 0 and <= 1 }
                && Math.Abs(inflexion.PersonShare + inflexion.PractitionerShare - 1) < 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_current_gap_is_the_last_of_its_history() =>
        Prop.ForAll(Generate.TwoVoices, voices =>
        {
            var gap = PerceptionGap.Compute(RatingSeries.From(voices.Person), RatingSeries.From(voices.Practitioner));
            return gap.Current is not { } current || gap.History[^1].Gap == current;
        }).QuickCheckThrowOnFailure();

    private static ThemeChange Of(RatingPoint[] points) => ThemeChange.Compute(RatingSeries.From(points));

    private static IEnumerable<RatingPoint[]> Shuffles(RatingPoint[] points) => Enumerable.Range(1, 3).Select(seed =>
    {
        var shuffled = points.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    });

    private static Verdict Turned(Verdict verdict) => verdict switch
    {
        Verdict.Rising => Verdict.Falling,
        Verdict.Falling => Verdict.Rising,
        _ => verdict,
    };
}
