using Barometre.Application.Participation.Representatives;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation;

/// <summary>In whose name the caller acts on a record.</summary>
internal static class Callers
{
    /// <exception cref="NotSignedIn">The caller is not an account.</exception>
    public static Guid Account(this Caller caller) => caller.AccountId ?? throw new NotSignedIn();

    /// <summary>Decides what is the person's alone to decide; until they have an account, the practitioner who opened the record decides with them, side by side.</summary>
    /// <remarks>Once whoever opened it has left, any practitioner of the circle does: somebody invited before, or put forward by a coordinator since. Never a relative or
    /// another system, and never a coordinator, who has no place in a circle.</remarks>
    /// <exception cref="Forbidden">Somebody else asks.</exception>
    public static async Task<Act> DecidesAsync(this Caller caller, IParticipationDb db, ServiceUser person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var act = caller.Accompanies(person, now);
        if (act.Setting == Setting.Alone || person.OpenedBy == act.By)
        {
            return act;
        }

        var openerIsThere = await db.CircleMembers.AnyAsync(
            member => member.ServiceUserId == person.ServiceUserId && member.AccountId == person.OpenedBy && member.Role == Role.Practitioner && member.State == CircleState.Active,
            cancellationToken);
        return caller.Grant!.As == Role.Practitioner && !openerIsThere ? act : throw new Forbidden(ParticipationErrors.OnlyTheOpenerWithThePerson);
    }

    /// <summary>Acts in the person's rights: the person, whoever the law gives the right, or the person beside a practitioner while they have no account.</summary>
    /// <exception cref="RuleViolation">The person contests that the caller represents them.</exception>
    public static async Task<RightsAct> InRightAsync(this Caller caller, IParticipationDb db, ServiceUser person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (caller.Grant!.As == Role.Representative)
        {
            if (await db.IsContestedAsync(person.ServiceUserId, caller.Account(), now, cancellationToken))
            {
                throw new RuleViolation(RightsErrors.Contested);
            }

            return new RightsAct(caller.Account(), RightsGround.Representative, now);
        }

        var act = await caller.DecidesAsync(db, person, now, cancellationToken);
        return new RightsAct(act.By, act.Setting == Setting.Joint ? RightsGround.Together : RightsGround.Person, now);
    }

    /// <summary>Does what any practitioner of the circle may do together with a person who has no account.</summary>
    /// <exception cref="Forbidden">The person has their account and somebody else asks.</exception>
    public static Act Accompanies(this Caller caller, ServiceUser person, DateTimeOffset now)
    {
        if (caller.Grant!.IsSelf)
        {
            return new Act(caller.Account(), Setting.Alone, now);
        }

        return person.AccountId is null ? new Act(caller.Account(), Setting.Joint, now) : throw new Forbidden(ParticipationErrors.OnlyThePersonDecides);
    }
}
