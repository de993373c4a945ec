using System.Text;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>What ASP.NET Core Identity reads and writes of an account, on the request's own connection and in its transaction.</summary>
/// <remarks>Ours rather than the package's store, so that a name is kept as a keyed hash and sealed, never plain.</remarks>
internal sealed class AccountStore(ParticipationDbContext db, ISecretHash hash, IDataProtectionProvider protection)
    : IUserPasswordStore<Account>, IUserPasskeyStore<Account>
{
    internal const string NamePurpose = "barometre.account-name";

    private readonly IDataProtector _names = protection.CreateProtector(NamePurpose);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(NameOf(user));

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken)
    {
        user.NameSealed = userName is null ? null : _names.Protect(Encoding.UTF8.GetBytes(userName));
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(NameOf(user) is { } name ? SignInName.Normalise(name) : null);

    public async Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) =>
        user.NameHash = normalizedName is null ? null : await HashAsync(normalizedName, cancellationToken);

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        db.Add(user);
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw new NotSupportedException("An account is not deleted through Identity.");

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Accounts.SingleOrDefaultAsync(account => account.Id == id, cancellationToken) : null;

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var nameHash = await HashAsync(normalizedUserName, cancellationToken);
        return await db.Accounts.SingleOrDefaultAsync(account => account.NameHash == nameHash, cancellationToken);
    }

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var known = await db.Passkeys.SingleOrDefaultAsync(row => row.CredentialId == passkey.CredentialId, cancellationToken);
        if (known is null)
        {
            db.Passkeys.Add(PasskeyRows.Of(user.Id, passkey));
        }
        else
        {
            known.Name = passkey.Name ?? known.Name;
            known.SignCount = passkey.SignCount;
            known.BackedUp = passkey.IsBackedUp;
            known.UserVerified = passkey.IsUserVerified;
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(row => row.AccountId == user.Id).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken)).Select(PasskeyRows.InfoOf)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Accounts.SingleOrDefaultAsync(account => db.Passkeys.Any(row => row.CredentialId == credentialId && row.AccountId == account.Id), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == user.Id && row.CredentialId == credentialId, cancellationToken) is { } row
            ? PasskeyRows.InfoOf(row)
            : null;

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.Passkeys.Where(row => row.AccountId == user.Id && row.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    public void Dispose()
    {
        // The context is the request's.
    }

    public string? NameOf(Account account) => account.NameSealed is null ? null : Encoding.UTF8.GetString(_names.Unprotect(account.NameSealed));

    private ValueTask<byte[]> HashAsync(string normalizedName, CancellationToken cancellationToken) => hash.OfAsync("account-name", normalizedName, cancellationToken);
}

/// <summary>Between a passkey's row and Identity's shape of it.</summary>
internal static class PasskeyRows
{
    public static Passkey Of(Guid accountId, UserPasskeyInfo passkey) => new()
    {
        CredentialId = passkey.CredentialId,
        AccountId = accountId,
        Name = passkey.Name ?? "",
        PublicKey = passkey.PublicKey,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports ?? [],
        UserVerified = passkey.IsUserVerified,
        BackupEligible = passkey.IsBackupEligible,
        BackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject,
        ClientDataJson = passkey.ClientDataJson,
        CreatedAt = passkey.CreatedAt,
    };

    public static UserPasskeyInfo InfoOf(Passkey row) => new(
        row.CredentialId, row.PublicKey, row.CreatedAt, (uint)row.SignCount, row.Transports, row.UserVerified, row.BackupEligible, row.BackedUp, row.AttestationObject, row.ClientDataJson)
    {
        Name = row.Name,
    };
}
