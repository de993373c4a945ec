using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>What holds for a person's whole plan: where they live, so that days are their days.</summary>
public sealed class Plan : Aggregate
{
    /// <summary>The zone of a plan whose person has not said theirs.</summary>
    public const string UsualTimeZone = "America/Toronto";

    private Plan()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>An IANA zone.</summary>
    public string TimeZone { get; private set; } = UsualTimeZone;

    public static Plan Of(Guid serviceUserId) => new() { ServiceUserId = serviceUserId };

    /// <summary>Whether it is an IANA zone that is known here; one without a place (<c>EST</c>) has no daylight saving of anybody's.</summary>
    public static bool IsTimeZone(string timeZone) => timeZone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);

    /// <exception cref="RuleViolation">No such zone is known.</exception>
    public void LiveIn(string timeZone)
    {
        if (!IsTimeZone(timeZone))
        {
            throw new RuleViolation(PlanErrors.UnknownTimeZone);
        }

        if (TimeZone != timeZone)
        {
            TimeZone = timeZone;
            Raise(new PlanChanged(ServiceUserId));
            Touch();
        }
    }
}
