namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>At what time of day, where they live, somebody wants to be reminded, and when not.</summary>
/// <param name="TimeZone">An IANA zone.</param>
/// <param name="At">The time of day, to the minute.</param>
/// <param name="QuietFrom">From then on nothing is sent; null without quiet hours.</param>
/// <param name="QuietUntil">Until then, that minute not counted; earlier than the beginning when the night is meant.</param>
/// <remarks>
/// Clocks that are put forward skip some minutes: what was meant for one of them happens at the first minute there is. Clocks that are put back show
/// some minutes twice: the first of the two is meant.
/// </remarks>
public sealed record ReminderHours(TimeZoneInfo TimeZone, TimeOnly At, TimeOnly? QuietFrom = null, TimeOnly? QuietUntil = null)
{
    // Quiet hours may reach into the next day, and a clock that is put forward may swallow their end.
    private const int Days = 3;

    /// <summary>The next moment to remind, later than <paramref name="now"/>: the chosen time of day, or the end of the quiet hours if it lies in them.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset now)
    {
        for (var day = DayAt(now).AddDays(-1); ; day = day.AddDays(1))
        {
            var moment = NotInQuiet(InstantOf(day, At));
            if (moment > now)
            {
                return moment;
            }
        }
    }

    /// <summary>The same moment, or the end of the quiet hours that it lies in.</summary>
    public DateTimeOffset NotInQuiet(DateTimeOffset moment)
    {
        if (!IsQuiet(moment))
        {
            return moment;
        }

        var today = DayAt(moment);
        return Enumerable.Range(0, Days).SelectMany(days => InstantsOf(today.AddDays(days), QuietUntil!.Value)).Where(end => end > moment && !IsQuiet(end)).Min();
    }

    /// <summary>Whether nothing is to be sent at that moment.</summary>
    public bool IsQuiet(DateTimeOffset moment)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until)
        {
            return false;
        }

        var time = TimeOnly.FromDateTime(LocalOf(moment));
        return from < until ? time >= from && time < until : time >= from || time < until;
    }

    /// <summary>The day of the calendar there.</summary>
    public DateOnly DayAt(DateTimeOffset moment) => DateOnly.FromDateTime(LocalOf(moment));

    /// <summary>When a time of day comes on a day, for the first time if it comes twice.</summary>
    public DateTimeOffset InstantOf(DateOnly day, TimeOnly time) => InstantsOf(day, time)[0];

    private DateTimeOffset[] InstantsOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return TimeZone.IsAmbiguousTime(local)
            ? [.. TimeZone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())]
            : [new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime()];
    }

    private DateTime LocalOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime;
}
