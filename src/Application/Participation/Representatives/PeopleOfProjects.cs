using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Representatives;

/// <summary>The people whom an office of a project may act about: those in it who do not keep that office out.</summary>
internal static class PeopleOfProjects
{
    /// <exception cref="NotFound">The person is not in the project, froze their record, or keeps the caller out: to them, they are not there.</exception>
    public static async Task<ServiceUser> PersonOfProjectAsync(this IParticipationDb db, Guid serviceUserId, Guid projectId, Caller caller, CancellationToken cancellationToken)
    {
        var person = await db.PersonAsync(serviceUserId, cancellationToken);
        var keptOut = caller.Grant!.As != Role.Administrator && await db.KeepsOutAsync(serviceUserId, caller.Account(), caller.Grant.As, projectId, cancellationToken);
        return person.IsIn(projectId) && !person.Frozen && !keptOut ? person : throw new NotFound();
    }
}
