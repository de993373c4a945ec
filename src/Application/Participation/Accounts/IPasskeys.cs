namespace Barometre.Application.Participation.Accounts;

/// <summary>Passkeys (WebAuthn): a key pair on the person's device that signs a challenge of ours.</summary>
public interface IPasskeys
{
    /// <summary>The options for <c>navigator.credentials.create</c>, with a state to give back within five minutes.</summary>
    Task<PasskeyChallenge> ChallengeNewAsync(AccountFacts account, CancellationToken cancellationToken);

    /// <summary>Keeps the passkey that the browser made; null when it is not the answer to that challenge.</summary>
    Task<PasskeySummary?> AddAsync(Guid accountId, string state, string credential, string name, CancellationToken cancellationToken);

    /// <summary>The options for <c>navigator.credentials.get</c>; they name no account.</summary>
    Task<PasskeyChallenge> ChallengeAsync(CancellationToken cancellationToken);

    /// <summary>The account whose passkey signed the challenge; null when none did. A challenge works once.</summary>
    Task<Guid?> VerifyAsync(string state, string credential, CancellationToken cancellationToken);

    Task<IReadOnlyList<PasskeySummary>> ListAsync(Guid accountId, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(Guid accountId, string passkeyId, CancellationToken cancellationToken);
}

/// <summary>A challenge for an authenticator.</summary>
/// <param name="Options">JSON for the browser, as WebAuthn defines it.</param>
/// <param name="State">Opaque; given back with the answer.</param>
public sealed record PasskeyChallenge(string Options, string State);

/// <summary>One passkey of an account.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
public sealed record PasskeySummary(string Id, string Name, DateTimeOffset CreatedAt);
