using Barometre.Application.Participation.Circle;
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

    /// <summary>Ends the places in the person's circle that came from a project, keeps that with what changed before it, and tells the systems among them what to remove.</summary>
    public static async Task EndPlacesFromAsync(
        this IParticipationDb db, ClosedToSystems closed, Guid serviceUserId, Guid projectId, Act act, CancellationToken cancellationToken)
    {
        var places = (await db.CircleMembers.Where(member => member.ServiceUserId == serviceUserId && member.ProjectId == projectId && member.Until == null)
            .ToListAsync(cancellationToken)).ConvertAll(member => (Member: member, Before: member.OpenTabs));
        places.ForEach(place => place.Member.End(CircleFactKind.ProjectLeft, act));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (member, before) in places)
        {
            await closed.TellAsync(member, before, cancellationToken);
        }
    }
}
