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
}
