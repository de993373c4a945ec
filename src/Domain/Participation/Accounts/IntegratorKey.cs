using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Accounts;

/// <summary>A key by which another system acts in one project, within its scopes, until it expires or is revoked.</summary>
public sealed class IntegratorKey : Aggregate
{
    /// <summary>The longest life of a key.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(400);

    /// <summary>The longest time that a key and the one replacing it both work.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    private IntegratorKey()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The integrator's own account, which has no password.</summary>
    public Guid AccountId { get; private init; }

    public Guid ProjectId { get; private init; }

    /// <summary>SHA-256 of 256 random bits.</summary>
    public byte[] Hash { get; private init; } = [];

    /// <summary>What the key may do, <c>tab:read</c> or <c>tab:write</c>.</summary>
    public string[] Scopes { get; private init; } = [];

    public Guid MadeBy { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static IntegratorKey Make(Guid accountId, Guid projectId, byte[] hash, IEnumerable<string> scopes, Guid madeBy, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        if (expiresAt <= now || expiresAt > now + LongestLife)
        {
            throw new RuleViolation(AccountErrors.KeyLife, LongestLife.Days);
        }

        return new IntegratorKey
        {
            Id = Guid.CreateVersion7(now), AccountId = accountId, ProjectId = projectId, Hash = hash, Scopes = [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            MadeBy = madeBy, MadeAt = now, ExpiresAt = expiresAt,
        };
    }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    /// <summary>Makes the key that takes this one's place; both work during <paramref name="overlap"/>.</summary>
    public IntegratorKey Rotate(byte[] hash, Guid madeBy, DateTimeOffset now, TimeSpan overlap, DateTimeOffset expiresAt)
    {
        if (!IsLive(now))
        {
            throw new RuleViolation(AccountErrors.KeyEnded);
        }

        if (now + overlap < ExpiresAt)
        {
            ExpiresAt = now + overlap;
            Touch();
        }

        return Make(AccountId, ProjectId, hash, Scopes, madeBy, now, expiresAt);
    }

    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is null)
        {
            RevokedAt = now;
            Touch();
        }
    }
}

/// <summary>What a key of an integrator may do with one tab of the records that people opened to it.</summary>
public static class KeyScope
{
    /// <summary>Every scope there is.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. TabNames.Values.SelectMany(name => new[] { $"{name}:read", $"{name}:write" })];

    private static Dictionary<Tab, string> TabNames => new()
    {
        [Tab.QualityOfLife] = "quality_of_life",
        [Tab.Network] = "network",
        [Tab.Strengths] = "strengths",
        [Tab.Plan] = "plan",
        [Tab.Coproduction] = "coproduction",
    };

    /// <summary>How far a set of scopes reaches into a tab.</summary>
    public static AccessLevel LevelOf(IReadOnlyCollection<string> scopes, Tab tab) =>
        scopes.Contains($"{TabNames[tab]}:write") ? AccessLevel.Contribute : scopes.Contains($"{TabNames[tab]}:read") ? AccessLevel.Read : AccessLevel.None;
}
