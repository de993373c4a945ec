using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads who is to know of what was opened in an emergency.</summary>
internal sealed class EmergencyReader(ParticipationDbContext db) : IEmergencyReader
{
    public async Task<IReadOnlyList<EmergencyNotice>> NoticesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var opened = await db.EmergencyAccesses.AsNoTracking()
            .Where(one => one.ServiceUserId == serviceUserId && (one.SeenAt == null || one.ReviewedAt == null)).ToListAsync(cancellationToken);
        List<EmergencyNotice> notices = [];
        foreach (var one in opened)
        {
            var told = (await PersonsSideAsync(one, cancellationToken)).Concat(one.ReviewedAt is null ? await db.CoordinatorsToTellAsync(serviceUserId, one.ProjectId, cancellationToken) : []);
            notices.AddRange(told.Where(account => account != one.AccountId).Distinct().Select(account => new EmergencyNotice(one.Id, account, DateOnly.FromDateTime(one.OpenedAt.UtcDateTime))));
        }

        return notices;
    }

    private async Task<IEnumerable<Guid>> PersonsSideAsync(EmergencyAccess opened, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == opened.ServiceUserId, cancellationToken);
        if (person?.AccountId is { } account)
        {
            return opened.SeenAt is null ? [account] : [];
        }

        return opened.ReviewedAt is not null ? [] : await db.LetInAsync(
            opened.ServiceUserId,
            Role.Practitioner,
            await db.CircleMembers.AsNoTracking()
                .Where(member => member.ServiceUserId == opened.ServiceUserId && member.Role == Role.Practitioner && member.State == CircleState.Active && member.AccountId != null)
                .Select(member => new HeldIn(member.AccountId!.Value, member.ProjectId)).ToListAsync(cancellationToken),
            cancellationToken);
    }
}
