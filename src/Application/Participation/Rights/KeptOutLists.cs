using System.Linq.Expressions;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Rights;

/// <summary>Whom people keep out, where lists and offers ask: by the conditions of the access decision.</summary>
public static class KeptOutLists
{
    /// <summary>The restrictions in force, of any record that the database shows, which hit somebody who acts so in that project.</summary>
    public static IQueryable<Restriction> Hitting(this IParticipationDb db, Guid? accountId, Role role, Guid? projectId) => db.Restrictions.Where(Hit(db, accountId, role, projectId));

    /// <summary>Places whose holder, this account, the person does not keep out of the whole record; a relative is kept out by name only.</summary>
    public static IQueryable<CircleMember> NotKeptOut(this IQueryable<CircleMember> places, IParticipationDb db, Guid accountId) => places.Where(member =>
        !db.Restrictions.Any(one => one.ServiceUserId == member.ServiceUserId && one.Until == null && one.Tabs == null
            && (one.AccountId == accountId || (member.Role != Role.Relative && (one.Role == member.Role || one.ProjectId == member.ProjectId
                || db.Projects.Any(project => project.Id == member.ProjectId && project.OrganisationId == one.OrganisationId))))));

    /// <summary>Whether the person keeps out somebody who acts so in that project; their rows are open.</summary>
    public static Task<bool> KeepsOutAsync(this IParticipationDb db, Guid serviceUserId, Guid? accountId, Role role, Guid? projectId, CancellationToken cancellationToken) =>
        db.Hitting(accountId, role, projectId).AnyAsync(one => one.ServiceUserId == serviceUserId, cancellationToken);

    private static Expression<Func<Restriction, bool>> Hit(IParticipationDb db, Guid? accountId, Role role, Guid? projectId) => one =>
        one.Until == null && one.Tabs == null
        && (one.AccountId == accountId || one.Role == role
            || (projectId != null && (one.ProjectId == projectId || db.Projects.Any(project => project.Id == projectId && project.OrganisationId == one.OrganisationId))));
}
