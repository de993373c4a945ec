using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Circle;

/// <summary>What the use cases of the circle have in common.</summary>
internal static class Places
{
    /// <exception cref="NotFound">No such record is open.</exception>
    public static async Task<ServiceUser> PersonAsync(this IParticipationDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.ServiceUsers.AsNoTracking().Include(person => person.Enrolments.Where(stay => stay.Until == null))
            .SingleOrDefaultAsync(person => person.ServiceUserId == serviceUserId, cancellationToken) ?? throw new NotFound();

    /// <exception cref="NotFound">No such place in this circle.</exception>
    public static async Task<CircleMember> MemberAsync(this IParticipationDb db, Guid serviceUserId, Guid memberId, CancellationToken cancellationToken) =>
        await db.CircleMembers.SingleOrDefaultAsync(member => member.ServiceUserId == serviceUserId && member.Id == memberId, cancellationToken) ?? throw new NotFound();

    /// <summary>True when the same invitation was kept before.</summary>
    /// <exception cref="RuleViolation">The id stands for another place.</exception>
    public static async Task<bool> IsKnownAsync(this IParticipationDb db, Invitation invitation, CircleGround ground, CancellationToken cancellationToken)
    {
        var known = await db.CircleMembers.AsNoTracking()
            .SingleOrDefaultAsync(member => member.ServiceUserId == invitation.ServiceUserId && member.Id == invitation.MemberId, cancellationToken);
        return known is not null && (known.IsFrom(invitation, ground) ? true : throw new RuleViolation(ParticipationErrors.IdTaken));
    }

    /// <summary>A place can be offered: the account holds the role in a project that the person is in, is not the person, and has no such place yet.</summary>
    /// <exception cref="RuleViolation">It cannot.</exception>
    public static async Task RequirePlaceAsync(this IParticipationDb db, ServiceUser person, Invitation invitation, CancellationToken cancellationToken)
    {
        if (invitation.Role == Role.Relative)
        {
            return;
        }

        if (!person.IsIn(invitation.ProjectId!.Value))
        {
            throw new RuleViolation(ParticipationErrors.NotInProject);
        }

        if (!await db.RoleAssignments.With(new HeldRoles(invitation.AccountId, invitation.ProjectId, invitation.Role)).AnyAsync(cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.AccountUnknown);
        }

        await db.RequireNoPlaceAsync(person, invitation.AccountId!.Value, invitation.Role, invitation.ProjectId, cancellationToken);
    }

    /// <exception cref="RuleViolation">The account is the person's, or has such a place already.</exception>
    public static async Task RequireNoPlaceAsync(
        this IParticipationDb db, ServiceUser person, Guid accountId, Role role, Guid? projectId, CancellationToken cancellationToken)
    {
        if (person.AccountId == accountId)
        {
            throw new RuleViolation(ParticipationErrors.NotForOneself);
        }

        if (await db.CircleMembers.AnyAsync(
            member => member.ServiceUserId == person.ServiceUserId && member.AccountId == accountId && member.Role == role && member.ProjectId == projectId && member.Until == null,
            cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.AlreadyInCircle);
        }
    }

    /// <summary>True when the person took this account's place back, and it has none that is in force or that they said yes to since.</summary>
    public static async Task<bool> TookBackAsync(this IParticipationDb db, Guid serviceUserId, Guid account, CancellationToken cancellationToken)
    {
        var places = db.CircleMembers.Where(member => member.ServiceUserId == serviceUserId && member.AccountId == account);
        var last = await db.CircleFacts
            .Where(fact => fact.ServiceUserId == serviceUserId && fact.Kind == CircleFactKind.Removed && places.Any(member => member.Id == fact.MemberId))
            .MaxAsync(fact => (DateTimeOffset?)fact.At, cancellationToken);
        return last is not null && !await places.AnyAsync(member => member.State == CircleState.Active || member.ConfirmedAt > last, cancellationToken);
    }
}
