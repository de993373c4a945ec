using Barometre.Application.Participation.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads accounts by their ids.</summary>
internal sealed class AccountsReader(ParticipationDbContext db) : IAccountsReader
{
    public async Task<IReadOnlyList<KnownAccount>> KnownAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. accountIds.Distinct()];
        return await db.AccountNames.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new KnownAccount(account.Id, account.DisplayName, db.IntegratorKeys.Any(key => key.AccountId == account.Id)))
            .ToListAsync(cancellationToken);
    }
}
