using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace Barometre.WebApi.Participation.Authentication;

/// <summary>Asks a request that changes something, and that a cookie speaks for, for the antiforgery token too.</summary>
/// <remarks>Not where strangers may call (signing in): a cookie left from a session that has ended must not stand in the way of the next.</remarks>
internal sealed class AntiforgeryGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var guarded = context.IsUnsafeByCookie() && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
        if (guarded && !await antiforgery.IsRequestValidAsync(context))
        {
            throw new Forbidden(AccountErrors.AntiforgeryNeeded);
        }

        await next(context);
    }
}
