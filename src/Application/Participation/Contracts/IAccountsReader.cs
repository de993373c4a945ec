namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules of accounts by their ids.</summary>
public interface IAccountsReader
{
    /// <summary>Those of these that are there.</summary>
    Task<IReadOnlyList<KnownAccount>> KnownAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken);

    /// <summary>What an account's own holder may know of it, to take along; null when it is not there.</summary>
    Task<OwnAccount?> OwnAsync(Guid accountId, CancellationToken cancellationToken);
}

/// <summary>An account that is there, as other modules may know it.</summary>
/// <param name="DisplayName">The name that it goes by; null until one is chosen.</param>
/// <param name="IsSystem">True for another system, which signs in with keys and is nobody.</param>
public sealed record KnownAccount(Guid AccountId, string? DisplayName, bool IsSystem);

/// <summary>An account, as its holder may know it: no secret of it.</summary>
/// <param name="SignInName">The name it signs in with.</param>
/// <param name="Passkeys">How many there are.</param>
/// <param name="Sessions">The latest first; those that ended too.</param>
public sealed record OwnAccount(
    Guid AccountId, string? SignInName, string? DisplayName, bool HasPassword, bool HasAuthenticator, int Passkeys, IReadOnlyList<OwnSession> Sessions);

/// <summary>A time during which an account was signed in on one device.</summary>
/// <param name="EndedAt">Null while nobody ended it.</param>
public sealed record OwnSession(DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);
