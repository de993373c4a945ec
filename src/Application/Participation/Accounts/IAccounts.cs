namespace Barometre.Application.Participation.Accounts;

/// <summary>Accounts and their passwords. Names are found by a keyed hash; a password is verified in the same time whether or not the account exists.</summary>
public interface IAccounts
{
    /// <summary>Makes an account; the name must be free.</summary>
    Task CreateAsync(Guid accountId, string name, string password, string? displayName, CancellationToken cancellationToken);

    /// <summary>Makes an account that cannot sign in and holds the role of integrator in a project; sent twice, it is made once.</summary>
    Task CreateIntegratorAsync(Guid accountId, Guid projectId, string displayName, CancellationToken cancellationToken);

    Task SetDisplayNameAsync(Guid accountId, string displayName, CancellationToken cancellationToken);

    /// <summary>True for another system of that project, whose account nobody signs in with.</summary>
    Task<bool> IsIntegratorAsync(Guid accountId, Guid projectId, CancellationToken cancellationToken);

    Task<AccountFacts?> FindAsync(string name, CancellationToken cancellationToken);

    Task<AccountFacts?> FindAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Verifies a password; with no account, takes as long to say no.</summary>
    Task<bool> VerifyAsync(Guid? accountId, string password, CancellationToken cancellationToken);

    /// <summary>Sets a password that the policy accepts for what the account is.</summary>
    /// <exception cref="Barometre.Domain.Shared.RuleViolation">The policy refuses it.</exception>
    Task SetPasswordAsync(Guid accountId, string password, CancellationToken cancellationToken);
}

/// <summary>What is known of an account.</summary>
/// <param name="Name">The name it signs in with; null for an integrator.</param>
/// <param name="DisplayName">How it is shown to the people it accompanies; empty when nothing was said.</param>
/// <param name="HasPassword">A password was set.</param>
/// <param name="LongPassword">The password has the length that staff roles ask for.</param>
/// <param name="HasAuthenticator">An authenticator was added and confirmed.</param>
/// <param name="Passkeys">How many passkeys it has.</param>
/// <param name="RecoveryCodes">How many recovery codes are left.</param>
/// <param name="IsStaff">It holds, today, a role other than service user and relative.</param>
public sealed record AccountFacts(
    Guid AccountId, string? Name, string DisplayName, bool HasPassword, bool LongPassword, bool HasAuthenticator, int Passkeys, int RecoveryCodes, bool IsStaff)
{
    /// <summary>Somebody else with the password alone must not add a second factor of their own.</summary>
    public bool HasStrongMeans => HasAuthenticator || Passkeys > 0;
}

/// <summary>What proves, beside a password, that it is the person: an authenticator's code or a recovery code.</summary>
public interface ISecondFactors
{
    /// <summary>Makes a secret that counts once confirmed, and returns it in base 32.</summary>
    Task<string> BeginAuthenticatorAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Takes a code of the authenticator; each works once. <paramref name="confirming"/>: of one not confirmed yet, which it then is.</summary>
    Task<bool> TakeAuthenticatorCodeAsync(Guid accountId, string typed, bool confirming, CancellationToken cancellationToken);

    Task RemoveAuthenticatorAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Makes ten new recovery codes; the old ones stop working.</summary>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Takes a recovery code; each works once.</summary>
    Task<bool> TakeRecoveryCodeAsync(Guid accountId, string typed, CancellationToken cancellationToken);
}
