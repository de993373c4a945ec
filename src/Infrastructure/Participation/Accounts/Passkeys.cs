using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometre.Application.Participation.Accounts;
using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Passkeys through ASP.NET Core Identity's own handler; a challenge's state travels sealed through the client, lives five minutes and works once.</summary>
internal sealed class Passkeys(
    IPasskeyRites<Account> rites, UserManager<Account> users, AccountStore store, ParticipationDbContext db, DatabaseSession session,
    IDataProtectionProvider protection, TimeProvider time) : IPasskeys
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _states = protection.CreateProtector("barometre.passkey-challenge");

    public async Task<PasskeyChallenge> ChallengeNewAsync(AccountFacts account, CancellationToken cancellationToken)
    {
        var user = new PasskeyUserEntity { Id = account.AccountId.ToString(), Name = account.Name ?? "", DisplayName = account.Name ?? "" };
        var (options, state) = await rites.ChallengeNewAsync(user);
        return new PasskeyChallenge(options, Seal(account.AccountId, state));
    }

    public async Task<PasskeySummary?> AddAsync(Guid accountId, string state, string credential, string name, CancellationToken cancellationToken)
    {
        if (await OpenAsync(accountId, state, cancellationToken) is not { } attestation)
        {
            return null;
        }

        var result = await rites.AttestAsync(credential, attestation);
        if (!result.Succeeded)
        {
            return null;
        }

        result.Passkey.Name = name;
        var account = (await store.FindByIdAsync(accountId.ToString(), cancellationToken))!;
        await users.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return Summary(result.Passkey);
    }

    public async Task<PasskeyChallenge> ChallengeAsync(CancellationToken cancellationToken)
    {
        var (options, state) = await rites.ChallengeAsync();
        return new PasskeyChallenge(options, Seal(Guid.Empty, state));
    }

    public async Task<Guid?> VerifyAsync(string state, string credential, CancellationToken cancellationToken)
    {
        if (await OpenAsync(Guid.Empty, state, cancellationToken) is not { } assertion)
        {
            return null;
        }

        var result = await rites.AssertAsync(credential, assertion);
        if (!result.Succeeded)
        {
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User.Id;
    }

    public async Task<IReadOnlyList<PasskeySummary>> ListAsync(Guid accountId, CancellationToken cancellationToken) =>
        [.. (await store.GetPasskeysAsync(new Account { Id = accountId }, cancellationToken)).Select(Summary)];

    public async Task<bool> RemoveAsync(Guid accountId, string passkeyId, CancellationToken cancellationToken)
    {
        if (!Base64Url.IsValid(passkeyId))
        {
            return false;
        }

        var credentialId = Base64Url.DecodeFromChars(passkeyId);
        var passkey = await db.Passkeys.FindAsync([credentialId], cancellationToken);
        if (passkey is null || passkey.AccountId != accountId)
        {
            return false;
        }

        db.Passkeys.Remove(passkey);
        return await db.SaveChangesAsync(cancellationToken) == 1;
    }

    private string Seal(Guid accountId, string? state) =>
        _states.Protect(JsonSerializer.Serialize(new Challenge(accountId, state ?? "", time.GetUtcNow() + Life)));

    private async Task<string?> OpenAsync(Guid accountId, string sealedState, CancellationToken cancellationToken)
    {
        Challenge challenge;
        try
        {
            challenge = JsonSerializer.Deserialize<Challenge>(_states.Unprotect(sealedState))!;
        }
        catch (CryptographicException)
        {
            return null;
        }

        if (challenge.AccountId != accountId || challenge.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        return await FirstUseAsync(challenge, cancellationToken) ? challenge.State : null;
    }

    private Task<bool> FirstUseAsync(Challenge challenge, CancellationToken cancellationToken)
    {
        var now = new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(challenge.State));
        var statement = new NpgsqlBatchCommand("""
            WITH swept AS (DELETE FROM participation.used_challenge WHERE expires_at < $3)
            INSERT INTO participation.used_challenge (hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1
            """)
        {
            Parameters = { new NpgsqlParameter<byte[]> { TypedValue = hash }, new NpgsqlParameter<DateTime> { TypedValue = challenge.ExpiresAt.UtcDateTime }, now },
        };
        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }

    private static PasskeySummary Summary(UserPasskeyInfo passkey) => new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt);

    private sealed record Challenge(Guid AccountId, string State, DateTimeOffset ExpiresAt);
}
