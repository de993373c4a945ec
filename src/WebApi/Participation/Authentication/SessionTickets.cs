using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.WebApi.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Barometre.WebApi.Participation.Authentication;

/// <summary>Hands a session to the front end: as a cookie, or as tokens.</summary>
internal sealed class SessionTickets(IHttpContextAccessor http, IAntiforgery antiforgery, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time)
{
    private const string DeviceCookie = "barometre_device";
    private static readonly TimeSpan DeviceLife = TimeSpan.FromDays(180);

    private HttpContext Context => http.HttpContext!;

    /// <summary>Where the request comes from: an IPv4 address, or the /64 that one IPv6 subscriber has.</summary>
    public string Address
    {
        get
        {
            var address = Context.Connection.RemoteIpAddress ?? IPAddress.None;
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
        }
    }

    /// <summary>The secret of a device that signed in before, as the front end keeps it.</summary>
    public string? Device(string? said) => said ?? (Context.Request.Cookies.TryGetValue(DeviceCookie, out var secret) && secret.Length <= 100 ? secret : null);

    /// <summary>Hands the session over, or says why there is none.</summary>
    public async Task<SignedInSession> HandOverAsync(SignInOutcome outcome)
    {
        var session = outcome.Session ?? throw new NotSignedIn(outcome.Refusal);
        if (session.Mode == SessionMode.Cookie)
        {
            var principal = Principal(session, SignInSchemes.Cookie);
            await Context.SignInAsync(SignInSchemes.Cookie, principal, new AuthenticationProperties { ExpiresUtc = session.ExpiresAt });
            Context.User = principal;
            KeepDevice(session.Device);
            return new SignedInSession(session.AccountId, session.SessionId, session.Mode, session.Strong, session.ExpiresAt, AntiforgeryToken: AntiforgeryToken());
        }

        var options = bearer.Get(SignInSchemes.Bearer);
        var expires = time.GetUtcNow() + options.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(Principal(session, SignInSchemes.Bearer), new AuthenticationProperties { ExpiresUtc = expires }, SignInSchemes.Bearer);
        return new SignedInSession(
            session.AccountId, session.SessionId, session.Mode, session.Strong, session.ExpiresAt, options.BearerTokenProtector.Protect(ticket), expires, session.RefreshToken, session.Device);
    }

    /// <summary>A token for a page of ours whose session a cookie carries; null for others, who need none.</summary>
    public string? AntiforgeryToken() => Context.User.Identity?.AuthenticationType == SignInSchemes.Cookie ? antiforgery.GetAndStoreTokens(Context).RequestToken : null;

    public Task DropCookieAsync() => Context.SignOutAsync(SignInSchemes.Cookie);

    private void KeepDevice(string? secret)
    {
        if (secret is not null)
        {
            var cookie = new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Context.Request.IsHttps, Expires = time.GetUtcNow() + DeviceLife, Path = "/", IsEssential = true,
            };
            Context.Response.Cookies.Append(DeviceCookie, secret, cookie);
        }
    }

    private static ClaimsPrincipal Principal(StartedSession session, string scheme) => new(new ClaimsIdentity(
        [new Claim(CallerMiddleware.AccountClaim, session.AccountId.ToString()), new Claim(CallerMiddleware.SessionClaim, session.SessionId.ToString())], scheme));
}

/// <summary>A session, as its front end holds it.</summary>
/// <param name="AccountId">The account that is signed in.</param>
/// <param name="SessionId">The session; it can be ended by this id.</param>
/// <param name="Mode">By a cookie or by tokens.</param>
/// <param name="Strong">Opened with a second factor or a passkey.</param>
/// <param name="ExpiresAt">The end of the session, however often it is refreshed.</param>
/// <param name="AccessToken">For token mode: goes into <c>Authorization: Bearer</c>.</param>
/// <param name="AccessTokenExpiresAt">Refresh before this time.</param>
/// <param name="RefreshToken">For token mode: works once; using it twice ends the session.</param>
/// <param name="Device">For token mode: keep it on the device and give it when signing in again, so that no stranger's guesses delay that.</param>
/// <param name="AntiforgeryToken">For cookie mode: goes into <c>X-Antiforgery-Token</c> of every request that changes something.</param>
internal sealed record SignedInSession(
    Guid AccountId,
    Guid SessionId,
    SessionMode Mode,
    bool Strong,
    DateTimeOffset ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AccessToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? AccessTokenExpiresAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Device = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AntiforgeryToken = null);
