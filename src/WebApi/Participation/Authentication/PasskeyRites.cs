using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Barometre.WebApi.Participation.Authentication;

/// <summary>ASP.NET Core Identity's passkey handler, with the request at hand.</summary>
internal sealed class PasskeyRites<TUser>(IPasskeyHandler<TUser> handler, IHttpContextAccessor http) : IPasskeyRites<TUser>
    where TUser : class
{
    private HttpContext Context => http.HttpContext!;

    public async Task<(string Options, string? State)> ChallengeNewAsync(PasskeyUserEntity user)
    {
        var made = await handler.MakeCreationOptionsAsync(user, Context);
        return (made.CreationOptionsJson, made.AttestationState);
    }

    public async Task<(string Options, string? State)> ChallengeAsync()
    {
        var made = await handler.MakeRequestOptionsAsync(null, Context);
        return (made.RequestOptionsJson, made.AssertionState);
    }

    public Task<PasskeyAttestationResult> AttestAsync(string credential, string state) =>
        handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = credential, AttestationState = state });

    public Task<PasskeyAssertionResult<TUser>> AssertAsync(string credential, string state) =>
        handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = credential, AssertionState = state });
}
