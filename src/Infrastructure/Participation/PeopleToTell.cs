using Barometre.Application.Participation.Rights;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Whom of those around a person the installation tells of something: never whom the person keeps out.</summary>
internal static class PeopleToTell
{
    /// <summary>The project's coordinators.</summary>
    public static async Task<IReadOnlyList<Guid>> CoordinatorsToTellAsync(this ParticipationDbContext db, Guid serviceUserId, Guid projectId, CancellationToken cancellationToken) =>
        await db.LetInAsync(
            serviceUserId,
            Role.Coordinator,
            await db.RoleAssignments.AsNoTracking().Where(held => held.ProjectId == projectId && held.Role == Role.Coordinator && held.Until == null)
                .Select(held => new HeldIn(held.AccountId, held.ProjectId)).ToListAsync(cancellationToken),
            cancellationToken);

    /// <summary>Those of them who act so and whom the person does not keep out.</summary>
    public static async Task<IReadOnlyList<Guid>> LetInAsync(
        this ParticipationDbContext db, Guid serviceUserId, Role role, IEnumerable<HeldIn> held, CancellationToken cancellationToken)
    {
        List<Guid> letIn = [];
        foreach (var one in held)
        {
            if (!await db.KeepsOutAsync(serviceUserId, one.AccountId, role, one.ProjectId, cancellationToken))
            {
                letIn.Add(one.AccountId);
            }
        }

        return letIn;
    }
}

/// <summary>An account that acts in a project.</summary>
internal sealed record HeldIn(Guid AccountId, Guid? ProjectId);
