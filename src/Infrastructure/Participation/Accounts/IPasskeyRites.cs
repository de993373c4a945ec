using Microsoft.AspNetCore.Identity;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>The steps of a passkey that need the HTTP request (its origin is signed by the authenticator), done where there is one.</summary>
public interface IPasskeyRites<TUser>
    where TUser : class
{
    Task<(string Options, string? State)> ChallengeNewAsync(PasskeyUserEntity user);

    Task<(string Options, string? State)> ChallengeAsync();

    Task<PasskeyAttestationResult> AttestAsync(string credential, string state);

    Task<PasskeyAssertionResult<TUser>> AssertAsync(string credential, string state);
}
