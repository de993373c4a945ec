using System.Security.Cryptography;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Authenticators' secrets, sealed through the key ring, and recovery codes, as keyed hashes.</summary>
internal sealed class SecondFactors(ParticipationDbContext db, ISecretHash hash, IDataProtectionProvider protection, TimeProvider time) : ISecondFactors
{
    private const int RecoveryCodes = 10;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly IDataProtector _secrets = protection.CreateProtector("barometre.authenticator");

    public async Task<string> BeginAuthenticatorAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, cancellationToken);
        var key = RandomNumberGenerator.GetBytes(AuthenticatorCode.KeySize);
        (account.AuthenticatorKeySealed, account.AuthenticatorSince, account.AuthenticatorStep) = (_secrets.Protect(key), null, 0);
        await db.SaveChangesAsync(cancellationToken);
        return InBase32(key);
    }

    public async Task<bool> TakeAuthenticatorCodeAsync(Guid accountId, string typed, bool confirming, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == accountId, cancellationToken);
        if (account.AuthenticatorKeySealed is null || account.AuthenticatorSince is null != confirming)
        {
            return false;
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var now = time.GetUtcNow();
        if (AuthenticatorCode.StepOf(_secrets.Unprotect(account.AuthenticatorKeySealed), digits, now, account.AuthenticatorStep) is not { } step)
        {
            return false;
        }

        var since = account.AuthenticatorSince ?? now;
        // One statement takes the step: of two uses of a code at once, the second takes nothing.
        return await db.Accounts.Where(row => row.Id == accountId && row.AuthenticatorStep < step).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AuthenticatorStep, step).SetProperty(row => row.AuthenticatorSince, since), cancellationToken) == 1;
    }

    public Task RemoveAuthenticatorAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.Accounts.Where(row => row.Id == accountId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.AuthenticatorKeySealed, (byte[]?)null).SetProperty(row => row.AuthenticatorSince, (DateTimeOffset?)null), cancellationToken);

    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(code => code.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        List<string> codes = [];
        for (var i = 0; i < RecoveryCodes; i++)
        {
            var code = OneTimeCode.New();
            codes.Add(code);
            db.RecoveryCodes.Add(new RecoveryCode { AccountId = accountId, Hash = await HashAsync(OneTimeCode.Read(code)!, cancellationToken) });
        }

        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    public async Task<bool> TakeRecoveryCodeAsync(Guid accountId, string typed, CancellationToken cancellationToken)
    {
        if (OneTimeCode.Read(typed) is not { } code)
        {
            return false;
        }

        var codeHash = await HashAsync(code, cancellationToken);
        var now = time.GetUtcNow();
        return await db.RecoveryCodes.Where(row => row.AccountId == accountId && row.Hash == codeHash && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken) == 1;
    }

    private ValueTask<byte[]> HashAsync(string code, CancellationToken cancellationToken) => hash.OfAsync("recovery-code", code, cancellationToken);

    // 20 bytes are 32 characters exactly: there is nothing to pad.
    private static string InBase32(byte[] key)
    {
        var bits = string.Concat(key.Select(part => Convert.ToString(part, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five), 2)]));
    }
}
