using System.Text;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Accounts over ASP.NET Core Identity: its user manager, its password hasher (PBKDF2 with HMAC-SHA-512), our store.</summary>
internal sealed class IdentityAccounts(
    UserManager<Account> users, AccountStore store, IAccountSeal seal, ParticipationDbContext db, DatabaseSession session, DummyPassword dummy, TimeProvider time) : IAccounts
{
    public async Task CreateAsync(Guid accountId, string name, string password, string? displayName, CancellationToken cancellationToken)
    {
        PasswordPolicy.Check(password, name, staff: false, CommonPasswords.Contains);
        var account = new Account { Id = accountId, CreatedAt = time.GetUtcNow(), LongPassword = PasswordPolicy.IsLong(password), DisplayNameSealed = seal.SealName(displayName) };
        await users.SetUserNameAsync(account, name.Trim());
        if (await users.FindByNameAsync(name) is not null)
        {
            throw new RuleViolation(AccountErrors.NameTaken);
        }

        Check(await users.CreateAsync(account, Composed(password)));
    }

    public async Task CreateIntegratorAsync(Guid accountId, Guid projectId, string displayName, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand("""
            WITH made AS (INSERT INTO participation.account (id, display_name_sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id)
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) SELECT $3, id, $4, 'integrator', $5 FROM made
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = accountId },
                new NpgsqlParameter<byte[]> { TypedValue = seal.SealName(displayName) },
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(time.GetUtcNow()) },
                new NpgsqlParameter<Guid> { TypedValue = projectId },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
        await session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }

    public Task SetDisplayNameAsync(Guid accountId, string displayName, CancellationToken cancellationToken)
    {
        var sealedName = seal.SealName(displayName);
        return db.Accounts.Where(account => account.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(account => account.DisplayNameSealed, sealedName), cancellationToken);
    }

    public Task<bool> IsIntegratorAsync(Guid accountId, Guid projectId, CancellationToken cancellationToken)
    {
        // Nobody's: a key for an account that somebody signs in with would act as them.
        var statement = new NpgsqlBatchCommand("""
            SELECT 1 FROM participation.role_assignment r JOIN participation.account a ON a.id = r.account_id
             WHERE r.account_id = $1 AND r.project_id = $2 AND r.role = 'integrator' AND r.until IS NULL AND a.name_hash IS NULL
            """)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = accountId }, new NpgsqlParameter<Guid> { TypedValue = projectId } },
        };
        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }

    public async Task<AccountFacts?> FindAsync(string name, CancellationToken cancellationToken) => await FactsAsync(await users.FindByNameAsync(name), cancellationToken);

    public async Task<AccountFacts?> FindAsync(Guid accountId, CancellationToken cancellationToken) =>
        await FactsAsync(await users.FindByIdAsync(accountId.ToString()), cancellationToken);

    public async Task<bool> VerifyAsync(Guid? accountId, string password, CancellationToken cancellationToken)
    {
        var account = accountId is null ? null : await users.FindByIdAsync(accountId.Value.ToString());
        var hash = account?.PasswordHash ?? dummy.Hash;
        var outcome = users.PasswordHasher.VerifyHashedPassword(account ?? new Account(), hash, Composed(password));
        if (account?.PasswordHash is null || outcome == PasswordVerificationResult.Failed)
        {
            return false;
        }

        if (outcome == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.PasswordHash = users.PasswordHasher.HashPassword(account, Composed(password));
            await users.UpdateAsync(account);
        }

        return true;
    }

    public async Task SetPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken)
    {
        var account = (await users.FindByIdAsync(accountId.ToString()))!;
        PasswordPolicy.Check(password, store.NameOf(account) ?? "", await IsStaffAsync(accountId, cancellationToken), CommonPasswords.Contains);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, Composed(password));
        account.LongPassword = PasswordPolicy.IsLong(password);
        Check(await users.UpdateAsync(account));
    }

    private async Task<AccountFacts?> FactsAsync(Account? account, CancellationToken cancellationToken)
    {
        if (account is null)
        {
            return null;
        }

        var passkeys = await db.Passkeys.CountAsync(passkey => passkey.AccountId == account.Id, cancellationToken);
        var codes = await db.RecoveryCodes.CountAsync(code => code.AccountId == account.Id && code.UsedAt == null, cancellationToken);
        return new AccountFacts(
            account.Id, store.NameOf(account), seal.NameIn(account.DisplayNameSealed) ?? "", account.PasswordHash is not null, account.LongPassword, account.AuthenticatorSince is not null, passkeys, codes,
            await IsStaffAsync(account.Id, cancellationToken));
    }

    private Task<bool> IsStaffAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(
            "SELECT 1 FROM participation.role_assignment WHERE account_id = $1 AND until IS NULL AND role NOT IN ('service_user', 'relative') LIMIT 1")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = accountId } },
        };
        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }

    // The same password typed on two keyboards may be two sequences of characters.
    private static string Composed(string password) => password.Normalize(NormalizationForm.FormKC);

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Identity refused what our rules had accepted: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }
    }
}

/// <summary>A password nobody has: verified where there is no account, so that the answer takes as long.</summary>
internal sealed class DummyPassword(IPasswordHasher<Account> hasher)
{
    public string Hash { get; } = hasher.HashPassword(new Account(), Guid.CreateVersion7().ToString());
}
