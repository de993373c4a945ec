namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules of accounts by their ids.</summary>
public interface IAccountsReader
{
    /// <summary>Those of these that are there.</summary>
    Task<IReadOnlyList<KnownAccount>> KnownAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken);
}

/// <summary>An account that is there, as other modules may know it.</summary>
/// <param name="DisplayName">The name that it goes by; null until one is chosen.</param>
/// <param name="IsSystem">True for another system, which signs in with keys and is nobody.</param>
public sealed record KnownAccount(Guid AccountId, string? DisplayName, bool IsSystem);
