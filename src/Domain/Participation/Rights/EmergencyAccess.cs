using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>A record opened in an emergency, to read, by a practitioner of the person's project who is not in their circle; seen at once, and reviewed.</summary>
public sealed class EmergencyAccess : Aggregate
{
    /// <summary>The longest that a project may let it last, in hours.</summary>
    public const int LongestHours = 72;

    private EmergencyAccess()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid ProjectId { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>What was opened: no more than was asked for.</summary>
    public Tab[] Tabs { get; private init; } = [];

    public byte[] ReasonSealed { get; private init; } = [];

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When the person noted that they saw it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    /// <summary>Null until it is reviewed; false ends it at once.</summary>
    public bool? Justified { get; private set; }

    public byte[]? ReviewSealed { get; private set; }

    public static EmergencyAccess Open(Guid serviceUserId, Guid id, Guid projectId, Guid accountId, IReadOnlyCollection<Tab> tabs, byte[] reasonSealed, int hours, DateTimeOffset now)
    {
        var opened = new EmergencyAccess
        {
            ServiceUserId = serviceUserId, Id = id, ProjectId = projectId, AccountId = accountId, Tabs = [.. tabs.Distinct().Order()], ReasonSealed = reasonSealed,
            OpenedAt = now, ExpiresAt = now.AddHours(hours),
        };
        opened.Raise(new EmergenciesChanged(serviceUserId));
        return opened;
    }

    /// <summary>Seen twice, the first time stays.</summary>
    public void Seen(DateTimeOffset now)
    {
        if (SeenAt is null)
        {
            SeenAt = now;
            Touch();
            Raise(new EmergenciesChanged(ServiceUserId));
        }
    }

    /// <exception cref="RuleViolation">It was reviewed, or by whoever opened it.</exception>
    public void Review(bool justified, byte[] reviewSealed, Guid by, DateTimeOffset now)
    {
        if (by == AccountId)
        {
            throw new RuleViolation(RightsErrors.NotOnesOwnReview);
        }

        if (Justified is not null)
        {
            throw new RuleViolation(RightsErrors.AlreadyReviewed);
        }

        (Justified, ReviewSealed, ReviewedBy, ReviewedAt) = (justified, reviewSealed, by, now);
        Touch();
        Raise(new EmergenciesChanged(ServiceUserId));
    }
}
