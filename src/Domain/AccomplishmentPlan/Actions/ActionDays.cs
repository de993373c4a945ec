using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>The days of an action, where the person lives: what is late, what comes next.</summary>
/// <remarks>A day on which something that comes back was missed is no debt: only what is done once can be late.</remarks>
public static class ActionDays
{
    // The rarest recurrence, every 52 months, falls on a day within it.
    private const int Farthest = 366 * 5;

    /// <summary>Whether it was to be done once, by a day that has passed.</summary>
    public static bool IsLate(ActionWording wording, DateOnly today) => wording.Recurrence is null && wording.Due < today;

    /// <summary>The day it is due next: its own day, or the first one from today on of which nothing was said; null when there is none.</summary>
    /// <param name="settled">The days marked done or skipped.</param>
    public static DateOnly? Next(ActionWording wording, IReadOnlySet<DateOnly> settled, DateOnly today) =>
        wording.Recurrence is not { } recurrence
            ? wording.Due
            : recurrence.Between(today, Last(wording, today)).Where(day => !settled.Contains(day)).Select(day => (DateOnly?)day).FirstOrDefault();

    /// <summary>The days of which something was said last, other than that it was taken back.</summary>
    public static IReadOnlyDictionary<DateOnly, OccurrenceOutcome> Settled(IEnumerable<OccurrenceMark> marks) =>
        marks.GroupBy(mark => mark.Day).Select(day => day.InOrder().Last()).Where(mark => mark.Outcome != OccurrenceOutcome.Cleared)
            .ToDictionary(mark => mark.Day, mark => mark.Outcome);

    /// <summary>The day it is where the person lives.</summary>
    public static DateOnly Today(string timeZone, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime);

    private static DateOnly Last(ActionWording wording, DateOnly today)
    {
        // From a day to come on, the days are counted from there.
        var from = wording.RepeatsFrom > today ? wording.RepeatsFrom.Value : today;
        var farthest = from.DayNumber > DateOnly.MaxValue.DayNumber - Farthest ? DateOnly.MaxValue : from.AddDays(Farthest);
        return wording.Due < farthest ? wording.Due.Value : farthest;
    }
}
