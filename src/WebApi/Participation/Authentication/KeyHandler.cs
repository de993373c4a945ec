using System.Security.Claims;
using System.Text.Encodings.Web;
using Barometre.Application.Participation.Accounts;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Barometre.WebApi.Participation.Authentication;

internal sealed class KeyOptions : AuthenticationSchemeOptions;

/// <summary>Recognises an integrator's key, in <c>Authorization: Bearer brm_…</c> or <c>X-Api-Key</c>.</summary>
internal sealed class KeyHandler(IOptionsMonitor<KeyOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<KeyOptions>(options, logger, encoder)
{
    public const string Header = "X-Api-Key";

    private const string BearerPrefix = "Bearer ";
    private const int LongestSecret = 100;

    /// <summary>The key that the request carries; null when it carries none.</summary>
    public static string? SecretOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var header))
        {
            return header.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(BearerPrefix + KeySecret.Prefix, StringComparison.Ordinal) ? authorization[BearerPrefix.Length..] : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = SecretOf(Request);
        if (secret is null or { Length: > LongestSecret })
        {
            return AuthenticateResult.NoResult();
        }

        var mediator = Context.RequestServices.GetRequiredService<IMediator>();
        if (await mediator.Send(new IdentifyKeyQuery(secret), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("The key is not known or no longer works.");
        }

        Claim[] claims = [new(CallerMiddleware.AccountClaim, key.IntegratorId.ToString()), new(CallerMiddleware.KeyClaim, key.KeyId.ToString())];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
    }
}
