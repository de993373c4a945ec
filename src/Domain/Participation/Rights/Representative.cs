using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>Why the law lets somebody act in the person's rights.</summary>
public enum RepresentativeKind
{
    /// <summary>Of somebody under 14.</summary>
    Parent,

    /// <summary>Of somebody under 14, or of an adult by a judgment.</summary>
    Tutor,

    /// <summary>By a mandate of protection.</summary>
    Mandatary,
}

/// <summary>Who represents, why, for how long and how far.</summary>
/// <param name="Reads">The tabs that they may read.</param>
/// <param name="DecidesRights">True when they decide about consents, keeping people out, freezing, and access; never inside a tab.</param>
/// <param name="GroundSealed">What was shown (a judgment, a birth certificate), in words.</param>
/// <param name="StartsOn">From this day, UTC.</param>
/// <param name="EndsOn">From this day no more: for a parent, the day on which the person is 14.</param>
public sealed record Representation(
    Guid ServiceUserId, Guid Id, Guid ProjectId, Guid AccountId, RepresentativeKind Kind, IReadOnlyList<Tab> Reads, bool DecidesRights, byte[] GroundSealed, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Somebody who acts in the person's rights, because the law says so: beside the circle, read only, and never in the person's voice.</summary>
public sealed class Representative : Aggregate
{
    /// <summary>A minor under 14 has at most so many years before them.</summary>
    public const int LongestOfMinor = 14;

    /// <summary>Then somebody looks again whether it is still needed.</summary>
    public const int LongestMandate = 5;

    private Representative()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The project whose coordination recorded it.</summary>
    public Guid ProjectId { get; private init; }

    public Guid AccountId { get; private init; }

    public RepresentativeKind Kind { get; private init; }

    public Tab[] Reads { get; private init; } = [];

    public bool DecidesRights { get; private init; }

    public byte[] GroundSealed { get; private init; } = [];

    public DateOnly StartsOn { get; private init; }

    public DateOnly EndsOn { get; private init; }

    public Guid RecordedBy { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Null unless it was ended before its day.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <exception cref="RuleViolation">Its days do not hold, or somebody would record their own.</exception>
    public static Representative Record(Representation said, Guid by, DateTimeOffset now)
    {
        var longest = said.Kind == RepresentativeKind.Mandatary ? LongestMandate : LongestOfMinor;
        if (said.EndsOn <= said.StartsOn || said.EndsOn > said.StartsOn.AddYears(longest))
        {
            throw new RuleViolation(RightsErrors.RepresentationDates, longest);
        }

        if (said.AccountId == by)
        {
            throw new RuleViolation(RightsErrors.RepresentsNobody);
        }

        var representative = new Representative
        {
            ServiceUserId = said.ServiceUserId, Id = said.Id, ProjectId = said.ProjectId, AccountId = said.AccountId, Kind = said.Kind, Reads = [.. said.Reads.Distinct().Order()],
            DecidesRights = said.DecidesRights, GroundSealed = said.GroundSealed, StartsOn = said.StartsOn, EndsOn = said.EndsOn, RecordedBy = by, RecordedAt = now,
        };
        representative.Raise(new RepresentationsChanged(said.ServiceUserId));
        return representative;
    }

    /// <summary>True when the same was recorded: recording it again changes nothing.</summary>
    public bool IsFrom(Representation said) =>
        AccountId == said.AccountId && Kind == said.Kind && DecidesRights == said.DecidesRights && StartsOn == said.StartsOn && EndsOn == said.EndsOn
        && Reads.SequenceEqual(said.Reads.Distinct().Order());

    public bool IsInForce(DateTimeOffset now) =>
        EndedAt is null && DateOnly.FromDateTime(now.UtcDateTime) is var today && StartsOn <= today && today < EndsOn;

    /// <summary>Ended, or its last day has passed: nothing comes of it any more.</summary>
    public bool IsOver(DateTimeOffset now) => EndedAt is not null || DateOnly.FromDateTime(now.UtcDateTime) >= EndsOn;

    /// <summary>Over before its day; over twice, the first time stays.</summary>
    public void End(Guid by, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBy) = (now, by);
            Touch();
            Raise(new RepresentationsChanged(ServiceUserId));
        }
    }
}
