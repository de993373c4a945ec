using Barometre.Application.Participation.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads who is to know who represents a person.</summary>
internal sealed class RepresentationReader(ParticipationDbContext db, TimeProvider time) : IRepresentationReader
{
    public async Task<IReadOnlyList<RepresentationNotice>> NoticesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var account = await db.ServiceUsers.AsNoTracking().Where(person => person.ServiceUserId == serviceUserId).Select(person => person.AccountId).SingleOrDefaultAsync(cancellationToken);
        var representatives = await db.Representatives.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId && one.EndedAt == null).ToListAsync(cancellationToken);
        var contests = await db.RepresentationContests.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId && one.Until == null)
            .ToDictionaryAsync(one => one.RepresentativeId, cancellationToken);
        List<RepresentationNotice> notices = [];
        foreach (var one in representatives.Where(one => !one.IsOver(now)))
        {
            if (account is { } person)
            {
                notices.Add(new RepresentationNotice(one.Id, person, Contested: false, one.EndsOn));
            }

            if (contests.TryGetValue(one.Id, out var contest))
            {
                var coordinators = await db.CoordinatorsToTellAsync(serviceUserId, one.ProjectId, cancellationToken);
                notices.AddRange(coordinators.Distinct().Select(coordinator => new RepresentationNotice(contest.Id, coordinator, Contested: true, DateOnly.FromDateTime(contest.Since.UtcDateTime))));
            }
        }

        return notices;
    }
}
