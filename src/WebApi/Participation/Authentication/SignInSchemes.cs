using Barometre.Infrastructure.Participation.Accounts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Barometre.WebApi.Participation.Authentication;

/// <summary>The three ways a request says who sends it: a cookie (a page of ours), a bearer token (another front end), a key (another system).</summary>
internal static class SignInSchemes
{
    /// <summary>Chooses among the three by what the request carries.</summary>
    public const string Any = "Any";

    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    public const string Bearer = BearerTokenDefaults.AuthenticationScheme;

    public const string Key = "ApiKey";

    /// <summary>The header that carries the antiforgery token of a page of ours.</summary>
    public const string AntiforgeryHeader = "X-Antiforgery-Token";

    private const string SessionCookie = "barometre_session";

    // Short: an access token cannot be taken back by itself, though its session is looked up at each request.
    private static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(10);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(Any)
            .AddPolicyScheme(Any, null, options => options.ForwardDefaultSelector = Select)
            .AddBearerToken(Bearer, options => options.BearerTokenExpiration = AccessTokenLife)
            .AddCookie(Cookie, Configure)
            .AddScheme<KeyOptions, KeyHandler>(Key, null);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = AntiforgeryHeader;
            options.FormFieldName = AntiforgeryHeader;
            options.Cookie.Name = "barometre_antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddHttpContextAccessor();
        services.AddScoped(typeof(IPasskeyRites<>), typeof(PasskeyRites<>));
        services.AddPasskeyOrigins();
        services.AddScoped<SessionTickets>();
    }

    /// <summary>A form on another site may send our cookie along; it cannot know the antiforgery token.</summary>
    public static bool IsUnsafeByCookie(this HttpContext context) =>
        context.User.Identity?.AuthenticationType == Cookie && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
        && !HttpMethods.IsOptions(context.Request.Method);

    private static string Select(HttpContext context)
    {
        var headers = context.Request.Headers;
        var authorization = headers.Authorization.ToString();
        if (KeyHandler.SecretOf(context.Request) is not null)
        {
            return Key;
        }

        return authorization.Length == 0 && context.Request.Cookies.ContainsKey(SessionCookie) ? Cookie : Bearer;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        // Over TLS the cookie is Secure; an installation tried on localhost has none.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = false;
        // There is no page to be sent to: a client of the API is told.
        options.Events.OnRedirectToLogin = static context => AnswerAsync(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = static context => AnswerAsync(context.Response, StatusCodes.Status403Forbidden);
    }

    private static Task AnswerAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
