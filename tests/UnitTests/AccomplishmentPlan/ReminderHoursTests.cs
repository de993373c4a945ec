using Barometre.Domain.AccomplishmentPlan.Reminders;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>The clock where somebody lives, on the days it is put forward and back too.</summary>
public sealed class ReminderHoursTests
{
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    // Around each change of clocks of 2026, and at any time of some years; days that last 24 hours are most of the second.
    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        from change in Gen.Elements(new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 29), new DateOnly(2026, 10, 25), new DateOnly(2026, 11, 1))
        from minutes in Gen.Choose(-1440, 2880)
        select new DateTimeOffset(change, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(minutes),
        Gen.Choose(0, 3 * 525_600).Select(minutes => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)));

    private static readonly Gen<TimeOnly> Times = Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(60, 200)).Select(minute => TimeOnly.MinValue.AddMinutes(minute));

    private static readonly Gen<(ReminderHours Hours, DateTimeOffset Now)> Any =
        from zone in Gen.Elements(Toronto, Paris, TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"))
        from at in Times
        from quiet in Gen.Elements(true, false)
        from start in Times
        from end in Times
        from now in Moments
        select (quiet && start != end ? new ReminderHours(zone, at, start, end) : new ReminderHours(zone, at), now);

    [Fact]
    public void The_next_moment_is_later_never_quiet_and_comes_on_that_day_or_the_next() =>
        Prop.ForAll(Any.ToArbitrary(), given =>
        {
            var next = given.Hours.NextAfter(given.Now);
            // A day to come, quiet hours that end on the day after, and a moment between them that the clocks skip.
            return next > given.Now && !given.Hours.IsQuiet(next) && next - given.Now <= TimeSpan.FromHours(75);
        }).QuickCheckThrowOnFailure();

    // With quiet hours, a time that the clocks skip may wait for the next morning and be followed by that morning's own.
    [Fact]
    public void Without_quiet_hours_there_is_one_moment_a_day_whatever_the_clocks_do() =>
        Prop.ForAll(Any.ToArbitrary(), given =>
        {
            var hours = given.Hours with { QuietFrom = null, QuietUntil = null };
            var first = hours.NextAfter(given.Now);
            var second = hours.NextAfter(first);
            return second - first >= TimeSpan.FromHours(22) && second - first <= TimeSpan.FromHours(26) && hours.DayAt(second) > hours.DayAt(first);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_quiet_hours_it_is_the_chosen_time_unless_the_clocks_skip_it() =>
        Prop.ForAll(Any.ToArbitrary(), given =>
        {
            var hours = given.Hours with { QuietFrom = null, QuietUntil = null };
            var local = TimeZoneInfo.ConvertTime(hours.NextAfter(given.Now), hours.TimeZone).DateTime;
            return TimeOnly.FromDateTime(local) == hours.At || hours.TimeZone.IsInvalidTime(DateOnly.FromDateTime(local).ToDateTime(hours.At));
        }).QuickCheckThrowOnFailure();

    // All day but for a moment that the clocks skip: the moment of the day after.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(49);

    [Fact]
    public void What_falls_into_quiet_hours_waits_for_their_end_and_nothing_else_waits() =>
        Prop.ForAll(Any.ToArbitrary(), given =>
        {
            var moved = given.Hours.NotInQuiet(given.Now);
            return !given.Hours.IsQuiet(moved) && (given.Hours.IsQuiet(given.Now) ? moved > given.Now && moved - given.Now <= Longest : moved == given.Now);
        }).QuickCheckThrowOnFailure();

    [Theory]
    // Half past two does not exist: three o’clock is the first minute there is.
    [InlineData("America/Toronto", "2026-03-08T00:00:00-05:00", "02:30", "2026-03-08T03:00:00-04:00")]
    [InlineData("Europe/Paris", "2026-03-29T00:00:00+01:00", "02:30", "2026-03-29T03:00:00+02:00")]
    // Half past one, half past two come twice: the first is meant, and the second is not another.
    [InlineData("America/Toronto", "2026-11-01T00:00:00-04:00", "01:30", "2026-11-01T01:30:00-04:00")]
    [InlineData("America/Toronto", "2026-11-01T01:30:00-04:00", "01:30", "2026-11-02T01:30:00-05:00")]
    [InlineData("Europe/Paris", "2026-10-25T00:00:00+02:00", "02:30", "2026-10-25T02:30:00+02:00")]
    [InlineData("Europe/Paris", "2026-10-25T02:30:00+02:00", "02:30", "2026-10-26T02:30:00+01:00")]
    // Nine stays nine by the clock on the wall, on both sides.
    [InlineData("America/Toronto", "2026-03-07T12:00:00-05:00", "09:00", "2026-03-08T09:00:00-04:00")]
    [InlineData("Europe/Paris", "2026-10-24T12:00:00+02:00", "09:00", "2026-10-25T09:00:00+01:00")]
    public void On_the_days_the_clocks_change(string zone, string now, string at, string expected) =>
        Assert.Equal(Time(expected), new ReminderHours(TimeZoneInfo.FindSystemTimeZoneById(zone), Clock(at)).NextAfter(Time(now)));

    [Theory]
    [InlineData("2026-06-10T21:59:00-04:00", "2026-06-10T21:59:00-04:00")]
    [InlineData("2026-06-10T22:00:00-04:00", "2026-06-11T07:00:00-04:00")]
    [InlineData("2026-06-11T06:59:00-04:00", "2026-06-11T07:00:00-04:00")]
    [InlineData("2026-06-11T07:00:00-04:00", "2026-06-11T07:00:00-04:00")]
    // A night of eight hours, and one of ten.
    [InlineData("2026-03-07T23:00:00-05:00", "2026-03-08T07:00:00-04:00")]
    [InlineData("2026-10-31T23:00:00-04:00", "2026-11-01T07:00:00-05:00")]
    public void Quiet_hours_across_midnight(string moment, string expected) =>
        Assert.Equal(Time(expected), new ReminderHours(Toronto, new TimeOnly(9, 0), new TimeOnly(22, 0), new TimeOnly(7, 0)).NotInQuiet(Time(moment)));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TimeOnly Clock(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
