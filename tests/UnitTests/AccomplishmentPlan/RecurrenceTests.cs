using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.AccomplishmentPlan;

public sealed class RecurrenceTests
{
    // Six weeks times every month of the year: the rarest of those tried falls in it.
    private const int Days = 6 * 7 * 12;

    private static readonly DateOnly Saturday = new(2026, 3, 14);

    private static Arbitrary<Recurrence> Any { get; } = (
        from repeat in Gen.Elements(Enum.GetValues<Repeat>())
        from every in Gen.Choose(1, 6)
        from days in Gen.Choose(1, 127)
        from start in Gen.Choose(0, 800)
        select new Recurrence(
            repeat, every, repeat == Repeat.Weekly ? [.. Enumerable.Range(1, 7).Where(day => (days & (1 << (day - 1))) != 0)] : [], Saturday.AddDays(start))).ToArbitrary();

    [Fact]
    public void Every_third_day() => Falls(new Recurrence(Repeat.Daily, 3, [], Saturday), 9, "2026-03-14 2026-03-17 2026-03-20 2026-03-23");

    [Fact]
    public void On_Mondays_and_Saturdays_every_other_week_counted_from_the_first_ones_Monday() =>
        Falls(new Recurrence(Repeat.Weekly, 2, [1, 6], Saturday), 28, "2026-03-14 2026-03-23 2026-03-28 2026-04-06 2026-04-11");

    [Fact]
    public void Monthly_on_the_31st_is_the_last_day_of_a_shorter_month() =>
        Falls(new Recurrence(Repeat.Monthly, 1, [], new DateOnly(2027, 12, 31)), 125, "2027-12-31 2028-01-31 2028-02-29 2028-03-31 2028-04-30");

    [Theory]
    [InlineData(Repeat.Daily, 0)]
    [InlineData(Repeat.Daily, 53)]
    [InlineData(Repeat.Daily, 1, 1)]
    [InlineData(Repeat.Weekly, 1)]
    [InlineData(Repeat.Weekly, 1, 0)]
    [InlineData(Repeat.Weekly, 1, 8)]
    [InlineData(Repeat.Weekly, 1, 2, 2)]
    [InlineData(Repeat.Monthly, 1, 1)]
    public void What_is_not_clear_is_refused(Repeat repeat, int every, params int[] days) =>
        Assert.Equal(PlanErrors.RecurrenceUnclear, Assert.Throws<RuleViolation>(() => new Recurrence(repeat, every, days, Saturday).Require()).Error);

    [Fact]
    public void The_days_between_are_those_it_falls_on_as_often_as_it_says() =>
        Prop.ForAll(Any, recurrence =>
        {
            recurrence.Require();
            var falls = recurrence.Between(recurrence.From.AddDays(-3), recurrence.From.AddDays(Days - 1)).ToList();
            return falls.SequenceEqual(Enumerable.Range(-3, Days + 3).Select(recurrence.From.AddDays).Where(recurrence.FallsOn))
                && falls.TrueForAll(day => day >= recurrence.From) && falls.Count > 0
                && (recurrence.Repeat != Repeat.Daily || falls.Count == (Days + recurrence.Every - 1) / recurrence.Every);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_day_it_is_depends_on_where_one_lives_also_when_the_clocks_change()
    {
        // In Toronto clocks went forward on 8 March 2026: an hour before, midnight was at 05:00 UTC; after, at 04:00.
        Assert.Equal(new DateOnly(2026, 3, 7), ActionDays.Today("America/Toronto", new DateTimeOffset(2026, 3, 8, 4, 59, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 3, 8), ActionDays.Today("America/Toronto", new DateTimeOffset(2026, 3, 8, 5, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 3, 9), ActionDays.Today("America/Toronto", new DateTimeOffset(2026, 3, 9, 4, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 3, 10), ActionDays.Today("Pacific/Auckland", new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero)));
    }

    private static void Falls(Recurrence recurrence, int days, string expected)
    {
        recurrence.Require();
        Assert.Equal(expected, string.Join(' ', recurrence.Between(recurrence.From, recurrence.From.AddDays(days)).Select(day => $"{day:yyyy-MM-dd}")));
    }
}
