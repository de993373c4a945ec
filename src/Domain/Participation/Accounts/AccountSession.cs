namespace Barometre.Domain.Participation.Accounts;

/// <summary>How a front end holds a session: a page of ours by a cookie, others by tokens.</summary>
public enum SessionMode
{
    Cookie,
    Token,
}

/// <summary>A stay of somebody signed in; looked up at each request, so that ending it counts at the next one.</summary>
public sealed class AccountSession
{
    /// <summary>A working day in a browser, which may be shared.</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromHours(12);

    /// <summary>A month on a device of one's own, refreshed every few minutes.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromDays(30);

    private AccountSession()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>Opened, or confirmed since, with a second factor or a passkey.</summary>
    public bool Strong { get; private set; }

    public SessionMode Mode { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static AccountSession Start(Guid accountId, bool strong, SessionMode mode, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        AccountId = accountId,
        Strong = strong,
        Mode = mode,
        StartedAt = now,
        ExpiresAt = now + (mode == SessionMode.Cookie ? CookieLife : TokenLife),
    };

    public bool IsLive(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;

    /// <summary>Whoever is signed in has just proved a second factor.</summary>
    public void Strengthen() => Strong = true;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

/// <summary>A refresh token, of which only the hash is kept; it works once.</summary>
public sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    /// <summary>SHA-256 of 256 random bits.</summary>
    public byte[] Hash { get; private init; } = [];

    public Guid SessionId { get; private init; }

    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>When it was exchanged for the next one.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public static RefreshToken Issue(byte[] hash, Guid sessionId, DateTimeOffset now) => new() { Hash = hash, SessionId = sessionId, IssuedAt = now };
}
