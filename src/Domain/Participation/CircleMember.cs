using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>Somebody's place in the circle around a person, and how far each tab is open to them.</summary>
public sealed partial class CircleMember : Aggregate
{
    private readonly List<CircleFact> _facts = [];

    private CircleMember()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>Null for a relative who has not used their invitation yet.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Practitioner, relative or integrator.</summary>
    public Role Role { get; private init; }

    /// <summary>The project on whose behalf a practitioner or an integrator is there; none for a relative.</summary>
    public Guid? ProjectId { get; private init; }

    public CircleGround Ground { get; private init; }

    public CircleState State { get; private set; }

    /// <summary>What the person calls a relative whom they invite (<c>my sister</c>), sealed with the record's key.</summary>
    public byte[]? LabelSealed { get; private init; }

    /// <summary>Null when the place came with an import.</summary>
    public Guid? InvitedBy { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while the place is open or taken.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>When the person said yes; null for somebody a coordinator put there before the person had an account.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public AccessLevel QualityOfLife { get; private set; }

    public AccessLevel Network { get; private set; }

    public AccessLevel Strengths { get; private set; }

    public AccessLevel Plan { get; private set; }

    public AccessLevel Coproduction { get; private set; }

    public IReadOnlyList<CircleFact> Facts => _facts;

    public Sharing Sharing => new(QualityOfLife, Network, Strengths, Plan, Coproduction);

    /// <summary>What the account of the place can read through it today, in the order of the tabs.</summary>
    public IReadOnlyList<Tab> OpenTabs => State == CircleState.Active ? [.. Enum.GetValues<Tab>().Where(tab => Sharing.Of(tab) != AccessLevel.None)] : [];

    public bool IsOver => State is CircleState.Ended or CircleState.Declined;

    /// <summary>The practitioner who opens the record together with the person.</summary>
    public static CircleMember OpenedTogether(Guid serviceUserId, Guid accountId, Guid projectId, DateTimeOffset now)
    {
        var member = new CircleMember
        {
            ServiceUserId = serviceUserId, Id = Guid.CreateVersion7(now), AccountId = accountId, Role = Role.Practitioner, ProjectId = projectId,
            Ground = CircleGround.OpenedTogether, State = CircleState.Active, InvitedBy = accountId, Since = now, ConfirmedAt = now,
        };
        member.Set(Sharing.Everything);
        member.Note(CircleFactKind.Joined, new Act(accountId, Setting.Joint, now));
        return member;
    }

    /// <summary>The person (or, before they have an account, the person together with a practitioner) invites somebody, or lets another system in.</summary>
    public static CircleMember Invited(Invitation invitation, Act act)
    {
        // Another system has nobody to say yes for it: whoever runs it asked for its key.
        var isSystem = invitation.Role == Role.Integrator;
        var member = Of(invitation, CircleGround.InvitedByPerson, isSystem ? CircleState.Active : CircleState.Invited, act);
        member.ConfirmedAt = act.At;
        member.Note(isSystem ? CircleFactKind.Joined : CircleFactKind.Invited, act);
        return member;
    }

    /// <summary>A coordinator puts a practitioner forward: the person's yes is needed if they have an account; otherwise it waits for them to have one.</summary>
    public static CircleMember PutForward(Invitation invitation, bool personHasAccount, Act act)
    {
        var member = Of(invitation, CircleGround.InvitedByCoordinator, personHasAccount ? CircleState.AwaitingPerson : CircleState.Active, act);
        member.Note(personHasAccount ? CircleFactKind.PutForward : CircleFactKind.Joined, act);
        return member;
    }

    /// <summary>The invited account takes the place.</summary>
    public void Accept(Act act)
    {
        if (State == CircleState.Active && AccountId == act.By)
        {
            return;
        }

        Require(State == CircleState.Invited);
        AccountId = act.By;
        Become(CircleState.Active, CircleFactKind.Joined, act);
    }

    /// <summary>The person says yes to somebody a coordinator put forward.</summary>
    public void Confirm(Act act)
    {
        if (State == CircleState.Active && ConfirmedAt is not null)
        {
            return;
        }

        Require(State is CircleState.AwaitingPerson or CircleState.Active);
        ConfirmedAt = act.At;
        Become(CircleState.Active, CircleFactKind.Confirmed, act);
    }

    /// <summary>The person says no to somebody put forward, or the invited one does not come.</summary>
    public void Decline(Act act)
    {
        if (State == CircleState.Declined)
        {
            return;
        }

        Require(State is CircleState.AwaitingPerson or CircleState.Invited || (State == CircleState.Active && ConfirmedAt is null));
        Until = act.At;
        Become(CircleState.Declined, CircleFactKind.Declined, act);
    }

    /// <summary>The place is over; over twice, the first reason stays.</summary>
    public void End(CircleFactKind why, Act act)
    {
        if (IsOver)
        {
            return;
        }

        Until = act.At;
        Become(CircleState.Ended, why, act);
    }

    /// <summary>Opens and closes tabs; counts at the member's next request.</summary>
    public void Share(Sharing sharing, Act act)
    {
        Require(!IsOver);
        var before = Sharing;
        foreach (var tab in Enum.GetValues<Tab>().Where(tab => before.Of(tab) != sharing.Of(tab)))
        {
            _facts.Add(CircleFact.Of(this, CircleFactKind.SharingChanged, act, tab, sharing.Of(tab)));
        }

        Set(sharing);
        Touch();
    }

    /// <summary>True when the place was offered just so: sending an invitation again changes nothing.</summary>
    public bool IsFrom(Invitation invitation, CircleGround ground) =>
        Ground == ground && Role == invitation.Role && ProjectId == invitation.ProjectId && (invitation.AccountId is null || AccountId == invitation.AccountId);

    private static CircleMember Of(Invitation invitation, CircleGround ground, CircleState state, Act act)
    {
        var member = new CircleMember
        {
            ServiceUserId = invitation.ServiceUserId, Id = invitation.MemberId, AccountId = invitation.AccountId, Role = invitation.Role, ProjectId = invitation.ProjectId,
            Ground = ground, State = state, LabelSealed = invitation.LabelSealed, InvitedBy = act.By, Since = act.At,
        };
        member.Set(invitation.Sharing);
        return member;
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new RuleViolation(ParticipationErrors.PlaceNotOpen);
        }
    }

    private void Become(CircleState state, CircleFactKind kind, Act act)
    {
        State = state;
        Note(kind, act);
        Touch();
    }

    private void Note(CircleFactKind kind, Act act) => _facts.Add(CircleFact.Of(this, kind, act));

    private void Set(Sharing sharing) =>
        (QualityOfLife, Network, Strengths, Plan, Coproduction) = (sharing.QualityOfLife, sharing.Network, sharing.Strengths, sharing.Plan, sharing.Coproduction);
}
