using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads a person's current stays in projects.</summary>
internal sealed class EnrolmentReader(ParticipationDbContext db) : IEnrolmentReader
{
    public async Task<IReadOnlyList<Guid>> ProjectsOfAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Set<Enrolment>().AsNoTracking()
            .Where(stay => stay.ServiceUserId == serviceUserId && stay.Until == null)
            .OrderBy(stay => stay.Since).ThenBy(stay => stay.Id)
            .Select(stay => stay.ProjectId)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> ProjectsOfAsync(IReadOnlyCollection<Guid> serviceUserIds, CancellationToken cancellationToken)
    {
        var stays = await db.Set<Enrolment>().AsNoTracking()
            .Where(stay => serviceUserIds.Contains(stay.ServiceUserId) && stay.Until == null)
            .OrderBy(stay => stay.Since).ThenBy(stay => stay.Id)
            .Select(stay => new { stay.ServiceUserId, stay.ProjectId })
            .ToListAsync(cancellationToken);
        return stays.GroupBy(stay => stay.ServiceUserId).ToDictionary(stay => stay.Key, IReadOnlyList<Guid> (stay) => [.. stay.Select(one => one.ProjectId)]);
    }
}
