using System.Buffers.Text;
using System.Security.Cryptography;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Accounts;

/// <summary>A session just started or refreshed.</summary>
/// <param name="RefreshToken">Only for token mode; shown once.</param>
/// <param name="Device">The secret by which this device is known next time.</param>
public sealed record StartedSession(
    Guid AccountId, Guid SessionId, bool Strong, SessionMode Mode, DateTimeOffset ExpiresAt, string? RefreshToken, string? Device);

/// <summary>The outcome of an attempt to sign in: a session, or why not. A refusal is not an exception, so that what was counted and used stays so.</summary>
public sealed record SignInOutcome(StartedSession? Session, Error? Refusal) : ISecretAnswer
{
    bool ISecretAnswer.HoldsSecret => Session is not null;

    internal static SignInOutcome Refused(Error error) => new(null, error);
}

/// <summary>Starts and ends sessions for the use cases that may.</summary>
internal sealed class Sessions(IParticipationDb db, Caller caller, TimeProvider time)
{
    public async Task<StartedSession> StartAsync(Guid accountId, bool strong, SessionMode mode, string? device, CancellationToken cancellationToken)
    {
        var session = AccountSession.Start(accountId, strong, mode, time.GetUtcNow());
        db.Sessions.Add(session);
        var refresh = mode == SessionMode.Token ? AddRefreshToken(session.Id) : null;
        await db.SaveChangesAsync(cancellationToken);
        return new StartedSession(accountId, session.Id, strong, mode, session.ExpiresAt, refresh, device);
    }

    /// <summary>Adds the next refresh token and returns it; the caller saves.</summary>
    public string AddRefreshToken(Guid sessionId)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.RefreshTokens.Add(RefreshToken.Issue(HashOf(token), sessionId, time.GetUtcNow()));
        return token;
    }

    /// <summary>Ends the account's sessions, except perhaps one.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? except, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(session => session.AccountId == accountId && session.EndedAt == null && session.Id != except)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>The caller's own session.</summary>
    public Task<AccountSession> CurrentAsync(CancellationToken cancellationToken) => db.Sessions.SingleAsync(session => session.Id == caller.SessionId, cancellationToken);

    // 256 random bits need no slow hash and no key.
    public static byte[] HashOf(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
