using Barometre.Application.Shared;

namespace Barometre.Application.Participation.Codes;

/// <summary>What a one-time code is good for; one issued for a purpose opens nothing else.</summary>
public enum CodePurpose
{
    /// <summary>The person makes a record that was opened for them their own.</summary>
    Claim,

    /// <summary>The person chooses a new password.</summary>
    Recovery,

    /// <summary>Somebody takes the place in a circle that was offered to them.</summary>
    Invitation,
}

/// <summary>A code just made; its words are shown once and kept nowhere.</summary>
public sealed record IssuedCode(Guid Id, string Code, DateTimeOffset ExpiresAt) : ISecretAnswer;

/// <summary>A code that was good and is now used.</summary>
/// <param name="ServiceUserId">The record it concerns, whose rows are open to the rest of the request.</param>
/// <param name="MemberId">The place in the circle that an invitation offers.</param>
/// <param name="IssuedBy">The account that made the code; null when the installation did.</param>
public sealed record RedeemedCode(Guid ServiceUserId, Guid Id, Guid? MemberId, Guid? IssuedBy);

/// <summary>One-time codes about a record, kept as keyed hashes: the database alone does not tell them.</summary>
/// <remarks>All run inside a command. Attempts to redeem are counted by address first (<c>CountAttemptCommand</c>).</remarks>
public interface IOneTimeCodes
{
    /// <summary>Makes a code in the record that is open; a claim or recovery code not yet used is replaced by it.</summary>
    Task<IssuedCode> IssueAsync(Guid serviceUserId, CodePurpose purpose, Guid? memberId, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Uses up every code about the record that is open.</summary>
    Task UseUpAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Uses the code up and opens its record to the rest of the request; null when it is unknown, used, expired or for something else.</summary>
    Task<RedeemedCode?> RedeemAsync(string typed, CodePurpose purpose, CancellationToken cancellationToken);
}
