using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Records;

/// <summary>What entering, leaving and changing project have in common.</summary>
internal static class Stays
{
    /// <exception cref="NotFound">No such record is open.</exception>
    public static async Task<ServiceUser> PersonWithStaysAsync(this IParticipationDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.ServiceUsers.Include(person => person.Enrolments.Where(stay => stay.Until == null))
            .SingleOrDefaultAsync(person => person.ServiceUserId == serviceUserId, cancellationToken) ?? throw new NotFound();

    /// <exception cref="RuleViolation">There is no such project.</exception>
    public static async Task RequireProjectAsync(this IParticipationDb db, Guid projectId, CancellationToken cancellationToken)
    {
        if (!await db.Projects.AnyAsync(project => project.Id == projectId, cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.ProjectUnknown);
        }
    }

    /// <summary>Ends the places in the person's circle that came from a project; saved with the rest.</summary>
    public static async Task EndPlacesFromAsync(this IParticipationDb db, Guid serviceUserId, Guid projectId, Act act, CancellationToken cancellationToken)
    {
        foreach (var member in await db.CircleMembers.Where(member => member.ServiceUserId == serviceUserId && member.ProjectId == projectId && member.Until == null)
            .ToListAsync(cancellationToken))
        {
            member.End(CircleFactKind.ProjectLeft, act);
        }
    }
}
