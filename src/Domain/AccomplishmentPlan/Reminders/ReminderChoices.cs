using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>What an account chose to be reminded of, and how; nothing until it chooses.</summary>
public sealed class ReminderChoices : Aggregate
{
    /// <summary>The longest time before, in days.</summary>
    public const int MostDaysBefore = 30;

    private ReminderChoices()
    {
    }

    public Guid AccountId { get; private init; }

    public IReadOnlyList<ReminderKind> Kinds { get; private set; } = [];

    /// <summary>How long before a day its reminder comes, in days, 0 to 30; 0 = that day.</summary>
    public short DaysBefore { get; private set; }

    /// <summary>At what time of day, where they live.</summary>
    public TimeOnly At { get; private set; } = new(9, 0);

    /// <summary>An IANA zone.</summary>
    public string TimeZone { get; private set; } = Plan.UsualTimeZone;

    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietUntil { get; private set; }

    /// <summary>By mail too; in the application always.</summary>
    public bool ByMail { get; private set; }

    /// <summary>When it is next looked at what there is to be reminded of; null when nothing that comes with a day was chosen.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public ReminderHours Hours => new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), At, QuietFrom, QuietUntil);

    public static ReminderChoices Of(Guid accountId) => new() { AccountId = accountId };

    public bool Wants(ReminderKind kind) => Kinds.Contains(kind);

    /// <exception cref="RuleViolation">No such zone is known, or the quiet hours are none.</exception>
    public void Choose(IReadOnlyCollection<ReminderKind> kinds, short daysBefore, string timeZone, TimeOnly at, TimeOnly? quietFrom, TimeOnly? quietUntil, bool byMail, DateTimeOffset now)
    {
        if (!Plan.IsTimeZone(timeZone))
        {
            throw new RuleViolation(ReminderErrors.UnknownTimeZone);
        }

        if (quietFrom is null != quietUntil is null || (quietFrom is not null && quietFrom == quietUntil))
        {
            throw new RuleViolation(ReminderErrors.QuietHoursUnclear);
        }

        (Kinds, DaysBefore, TimeZone, ByMail) = ([.. kinds.Distinct().Order()], daysBefore, timeZone, byMail);
        (At, QuietFrom, QuietUntil) = (ToTheMinute(at), quietFrom is { } from ? ToTheMinute(from) : null, quietUntil is { } until ? ToTheMinute(until) : null);
        if (QuietFrom is not null && QuietFrom == QuietUntil)
        {
            throw new RuleViolation(ReminderErrors.QuietHoursUnclear);
        }

        LookedAt(now);
        Touch();
    }

    /// <summary>It was looked at what there is to be reminded of: the next time is the next day's.</summary>
    public void LookedAt(DateTimeOffset now) => NextAt = Kinds.Any(kind => kind is not ReminderKind.Asked and not ReminderKind.Accepted) ? Hours.NextAfter(now) : null;

    private static TimeOnly ToTheMinute(TimeOnly time) => new(time.Hour, time.Minute);
}
