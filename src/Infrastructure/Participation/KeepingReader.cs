using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads who is to know how long a record is still kept.</summary>
internal sealed class KeepingReader(ParticipationDbContext db, IRecordEnding ending, IEnrolmentReader enrolments, TimeProvider time) : IKeepingReader
{
    public async Task<IReadOnlyCollection<Guid>> ToldAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var projects = await enrolments.ProjectsOfAsync(serviceUserId, cancellationToken);
        var told = await RepresentativesAsync(serviceUserId, projects, cancellationToken);
        told.UnionWith(await ending.AccountOfAsync(serviceUserId, cancellationToken) is { } account ? [account] : await BesideAsync(serviceUserId, projects, cancellationToken));
        return told;
    }

    // Whoever works where the person is represents nobody there.
    private async Task<HashSet<Guid>> RepresentativesAsync(Guid serviceUserId, IReadOnlyCollection<Guid> projects, CancellationToken cancellationToken)
    {
        var named = await db.Representatives.AsNoTracking()
            .Where(one => one.ServiceUserId == serviceUserId && one.DecidesRights && one.EndedAt == null)
            .Where(one => !db.RoleAssignments.Any(held => held.AccountId == one.AccountId && held.Until == null && held.ProjectId != null && projects.Contains(held.ProjectId.Value)))
            .ToListAsync(cancellationToken);
        return [.. named.Where(one => one.IsInForce(time.GetUtcNow())).Select(one => one.AccountId)];
    }

    // Once the record is closed nobody has a place any more; who coordinates is there still.
    private async Task<List<Guid>> BesideAsync(Guid serviceUserId, IReadOnlyCollection<Guid> projects, CancellationToken cancellationToken)
    {
        var practitioners = await db.CircleMembers.AsNoTracking()
            .Where(member => member.ServiceUserId == serviceUserId && member.Role == Role.Practitioner && member.State == CircleState.Active && member.AccountId != null)
            .Select(member => new HeldIn(member.AccountId!.Value, member.ProjectId)).ToListAsync(cancellationToken);
        List<Guid> beside = [.. await db.LetInAsync(serviceUserId, Role.Practitioner, practitioners, cancellationToken)];
        foreach (var project in projects)
        {
            beside.AddRange(await db.CoordinatorsToTellAsync(serviceUserId, project, cancellationToken));
        }

        return beside;
    }
}
