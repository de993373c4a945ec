using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Representatives;

/// <summary>What follows from a person's contesting that somebody represents them.</summary>
internal static class Contests
{
    /// <summary>Whether the person contests any representation by which this account acts for them today: another one, not contested, does not go round it.</summary>
    public static Task<bool> IsContestedAsync(this IParticipationDb db, Guid serviceUserId, Guid accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return db.Representatives.AnyAsync(
            one => one.ServiceUserId == serviceUserId && one.AccountId == accountId && one.EndedAt == null && one.StartsOn <= today && one.EndsOn > today
                && db.RepresentationContests.Any(contest => contest.ServiceUserId == serviceUserId && contest.RepresentativeId == one.Id && contest.Until == null),
            cancellationToken);
    }
}
