using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Rights;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Codes;

/// <summary>Whether whoever made a code about a record may still be behind it: asked when it is used, so that no way of ending a place forgets it. The record's rows are open.</summary>
internal static class CodeMakers
{
    /// <summary>True while the maker could make it today: a practitioner of the circle, in a project that both are in, whom the person does not keep out, of a record that is open.</summary>
    public static async Task<bool> StandsAsync(this IParticipationDb db, ServiceUser person, Guid maker, CancellationToken cancellationToken) =>
        !person.CareClosed && !person.Frozen
        && await db.PlacesOf(person.ServiceUserId, maker).Where(member => member.State == CircleState.Active)
            .Where(member => db.RoleAssignments.Any(
                held => held.AccountId == maker && held.ProjectId == member.ProjectId && held.Role == Role.Practitioner && held.Until == null))
            .Where(member => db.Enrolments.Any(stay => stay.ServiceUserId == person.ServiceUserId && stay.ProjectId == member.ProjectId && stay.Until == null))
            .AnyAsync(cancellationToken);

    /// <summary>True when the person keeps the maker out, or took their place back. Whoever only went away left a code that is as good as before.</summary>
    public static async Task<bool> TurnedAwayAsync(this IParticipationDb db, ServiceUser person, Guid maker, CancellationToken cancellationToken) =>
        !await db.PlacesOf(person.ServiceUserId, maker).AnyAsync(cancellationToken) || await db.TookBackAsync(person.ServiceUserId, maker, cancellationToken);

    private static IQueryable<CircleMember> PlacesOf(this IParticipationDb db, Guid serviceUserId, Guid maker) => db.CircleMembers
        .Where(member => member.ServiceUserId == serviceUserId && member.AccountId == maker && member.Role == Role.Practitioner).NotKeptOut(db, maker);
}
