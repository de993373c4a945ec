using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared.Mail;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads accounts by their ids.</summary>
internal sealed class AccountsReader(ParticipationDbContext db, IAccounts accounts, IAccountSeal seal) : IAccountsReader
{
    public async Task<IReadOnlyList<KnownAccount>> KnownAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. accountIds.Distinct()];
        var found = await db.AccountNames.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new { Account = account, IsSystem = db.IntegratorKeys.Any(key => key.AccountId == account.Id) })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(one => new KnownAccount(one.Account.Id, seal.NameIn(one.Account.DisplayNameSealed), one.IsSystem));
    }

    public async Task<OwnAccount?> OwnAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not { } account)
        {
            return null;
        }

        var sessions = await db.Sessions.AsNoTracking().Where(session => session.AccountId == accountId)
            .OrderByDescending(session => session.StartedAt).ThenBy(session => session.Id)
            .Select(session => new OwnSession(session.StartedAt, session.ExpiresAt, session.EndedAt)).ToListAsync(cancellationToken);
        return new OwnAccount(account.AccountId, account.Name, account.DisplayName, account.HasPassword, account.HasAuthenticator, account.Passkeys, sessions);
    }
}
