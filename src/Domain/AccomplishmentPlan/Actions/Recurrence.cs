using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>How an action comes back.</summary>
public enum Repeat
{
    /// <summary>Every n days.</summary>
    Daily,

    /// <summary>On days of the week, every n weeks.</summary>
    Weekly,

    /// <summary>On the day of the month on which it begins, every n months; on the last day of a shorter month.</summary>
    Monthly,
}

/// <summary>When an action comes back: days of the calendar where the person lives, never instants.</summary>
/// <param name="Every">Every how many days, weeks or months, 1 to 52.</param>
/// <param name="Days">For weeks, the days: 1 = Monday to 7 = Sunday; none otherwise.</param>
/// <param name="From">The first day it may fall on; weeks are counted from the Monday of its week.</param>
public sealed record Recurrence(Repeat Repeat, int Every, IReadOnlyList<int> Days, DateOnly From)
{
    /// <summary>The rarest it may come back.</summary>
    public const int Rarest = 52;

    private const int Week = 7;

    /// <exception cref="RuleViolation">The parts do not suit each other.</exception>
    public void Require()
    {
        var days = Repeat == Repeat.Weekly ? Days.Count is > 0 and <= Week && Days.All(day => day is >= 1 and <= Week) && Days.Distinct().Count() == Days.Count : Days.Count == 0;
        if (!days || Every is < 1 or > Rarest)
        {
            throw new RuleViolation(PlanErrors.RecurrenceUnclear);
        }
    }

    /// <summary>Whether it falls on that day.</summary>
    public bool FallsOn(DateOnly day) => day >= From && Repeat switch
    {
        Repeat.Daily => (day.DayNumber - From.DayNumber) % Every == 0,
        Repeat.Weekly => (Monday(day).DayNumber - Monday(From).DayNumber) / Week % Every == 0 && Days.Contains(Iso(day)),
        _ => MonthsSince(day) % Every == 0 && day.Day == Math.Min(From.Day, DateTime.DaysInMonth(day.Year, day.Month)),
    };

    /// <summary>The days it falls on, from <paramref name="first"/> to <paramref name="last"/>, both counted.</summary>
    public IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var day = first < From ? From : first; day <= last; day = day.AddDays(1))
        {
            if (FallsOn(day))
            {
                yield return day;
            }

            if (day == DateOnly.MaxValue)
            {
                yield break;
            }
        }
    }

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    private static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? Week : (int)day.DayOfWeek;

    private static DateOnly Monday(DateOnly day) => DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - Iso(day) + 1));

    private int MonthsSince(DateOnly day) => ((day.Year - From.Year) * 12) + day.Month - From.Month;
}
