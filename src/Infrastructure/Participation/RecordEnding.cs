using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Ends places, codes and sessions around a record.</summary>
internal sealed class RecordEnding(ParticipationDbContext db, ClosedToSystems closed, IOneTimeCodes codes, IRecordScope scope, TimeProvider time) : IRecordEnding
{
    public async Task EndAsync(Guid serviceUserId, bool endsSessions, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId, cancellationToken);
        if (person?.AccountId is { } account && endsSessions)
        {
            var now = time.GetUtcNow();
            await db.Sessions.Where(session => session.AccountId == account && session.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
        }

        // Recipients are told by whoever erases, of all that they ever had.
        await EndPlacesAsync(serviceUserId, cancellationToken);
        person?.Release();
        await db.SaveChangesAsync(cancellationToken);
        await codes.UseUpAsync(serviceUserId, cancellationToken);
    }

    public async Task CloseCircleAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        foreach (var (member, before) in await EndPlacesAsync(serviceUserId, cancellationToken))
        {
            await closed.TellAsync(member, before, cancellationToken);
        }
    }

    public async Task<bool> IsUsedElsewhereAsync(Guid accountId, Guid serviceUserId, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        return await db.RoleAssignments.AnyAsync(role => role.AccountId == accountId, cancellationToken)
            || await db.IntegratorKeys.AnyAsync(key => key.AccountId == accountId, cancellationToken)
            || await db.Representatives.AnyAsync(one => one.AccountId == accountId && one.ServiceUserId != serviceUserId, cancellationToken)
            || await db.EmergencyAccesses.AnyAsync(one => one.AccountId == accountId && one.ServiceUserId != serviceUserId, cancellationToken)
            || await db.CircleMembers.AnyAsync(member => member.AccountId == accountId && member.ServiceUserId != serviceUserId, cancellationToken);
    }

    private async Task<List<(CircleMember Member, IReadOnlyList<Tab> Before)>> EndPlacesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var by = await AccountOfAsync(serviceUserId, cancellationToken) ?? Guid.Empty;
        var places = (await db.CircleMembers.Where(one => one.ServiceUserId == serviceUserId && one.Until == null).ToListAsync(cancellationToken))
            .ConvertAll(member => (member, member.OpenTabs));
        places.ForEach(place => place.member.End(CircleFactKind.Removed, new Act(by, Setting.Alone, time.GetUtcNow())));
        await db.SaveChangesAsync(cancellationToken);
        return places;
    }

    public Task<Guid?> AccountOfAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        db.ServiceUsers.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId).Select(one => one.AccountId).SingleOrDefaultAsync(cancellationToken);
}
