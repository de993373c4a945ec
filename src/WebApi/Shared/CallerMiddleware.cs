using System.Security.Claims;
using Barometre.Application.Shared;

namespace Barometre.WebApi.Shared;

/// <summary>Tells the application who is asking, from what authentication found; whether they may is decided later, in the pipeline.</summary>
internal sealed class CallerMiddleware(RequestDelegate next)
{
    /// <summary>The claim that carries the account's id.</summary>
    public const string AccountClaim = "sub";

    /// <summary>The claim that carries the session's id.</summary>
    public const string SessionClaim = "sid";

    /// <summary>The claim that carries the id of an integrator's key.</summary>
    public const string KeyClaim = "key";

    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        var user = context.User;
        if (Guid.TryParse(user.FindFirstValue(AccountClaim), out var account))
        {
            if (Guid.TryParse(user.FindFirstValue(SessionClaim), out var session))
            {
                caller.IsAccount(account, session);
            }
            else if (Guid.TryParse(user.FindFirstValue(KeyClaim), out var key))
            {
                caller.IsIntegrator(key, account);
            }
        }

        return next(context);
    }
}
