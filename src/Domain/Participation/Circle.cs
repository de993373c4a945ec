using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>How far each tab of a record is open to one member of its circle.</summary>
public sealed record Sharing(AccessLevel QualityOfLife, AccessLevel Network, AccessLevel Strengths, AccessLevel Plan, AccessLevel Coproduction)
{
    /// <summary>Every tab open to read and add to.</summary>
    public static Sharing Everything { get; } = Each(AccessLevel.Contribute);

    public static Sharing Each(AccessLevel level) => new(level, level, level, level, level);

    public AccessLevel Of(Tab tab) => tab switch
    {
        Tab.QualityOfLife => QualityOfLife,
        Tab.Network => Network,
        Tab.Strengths => Strengths,
        Tab.Plan => Plan,
        _ => Coproduction,
    };
}

/// <summary>A place offered in a circle.</summary>
/// <param name="AccountId">Null for a relative, who chooses or makes an account when they use the invitation.</param>
public sealed record Invitation(Guid ServiceUserId, Guid MemberId, Role Role, Guid? AccountId, Guid? ProjectId, byte[]? LabelSealed, Sharing Sharing);

/// <summary>Who did something, alone or with the person beside them, and when.</summary>
public sealed record Act(Guid By, Setting Setting, DateTimeOffset At);

/// <summary>Why somebody came into a circle.</summary>
public enum CircleGround
{
    OpenedTogether,
    InvitedByPerson,
    InvitedByCoordinator,
}

/// <summary>Where a place in a circle stands.</summary>
public enum CircleState
{
    /// <summary>Offered by the person; not taken yet.</summary>
    Invited,

    /// <summary>Put forward by a coordinator; the person has not said yes yet.</summary>
    AwaitingPerson,

    Active,
    Ended,
    Declined,
}

/// <summary>What happened to a place in a circle.</summary>
public enum CircleFactKind
{
    Invited,
    PutForward,
    Joined,
    Confirmed,
    Declined,

    /// <summary>The person took the place back.</summary>
    Removed,

    /// <summary>The member left.</summary>
    Left,

    /// <summary>The member's role in the project that brought them ended.</summary>
    RoleEnded,

    /// <summary>The person left the project that brought the member.</summary>
    ProjectLeft,

    SharingChanged,

    /// <summary>The person allowed that what a practitioner notes together with them counts as theirs, for a time.</summary>
    TogetherAllowed,

    /// <summary>The person took that back.</summary>
    TogetherEnded,
}

/// <summary>One line of a circle's history; added to, never changed.</summary>
public sealed class CircleFact
{
    private CircleFact()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid MemberId { get; private init; }

    public CircleFactKind Kind { get; private init; }

    /// <summary>The tab that was opened or closed.</summary>
    public Tab? Tab { get; private init; }

    /// <summary>How far it is open since.</summary>
    public AccessLevel? Level { get; private init; }

    /// <summary>The account that did it.</summary>
    public Guid By { get; private init; }

    public Setting Setting { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal static CircleFact Of(CircleMember member, CircleFactKind kind, Act act, Tab? tab = null, AccessLevel? level = null) => new()
    {
        ServiceUserId = member.ServiceUserId, Id = Guid.CreateVersion7(act.At), MemberId = member.Id, Kind = kind, Tab = tab, Level = level,
        By = act.By, Setting = act.Setting, At = act.At,
    };
}
