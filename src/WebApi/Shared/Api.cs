using System.Globalization;
using Barometre.Application.Shared;
using Barometre.WebApi.Shared.OpenApi;
using Microsoft.AspNetCore.Authorization;

namespace Barometre.WebApi.Shared;

/// <summary>The common root of every module's endpoints: what is the same for all of them is here, so that none can forget it.</summary>
internal static class Api
{
    /// <summary>Maps the root group; modules map their endpoints on what is returned.</summary>
    public static IEndpointRouteBuilder MapApi(this WebApplication app)
    {
        var group = app.MapGroup("");
        group.AddEndpointFilter(WriteVersionAsync);
        ((IEndpointConventionBuilder)group).Finally(State);
        return group;
    }

    /// <summary>Makes the endpoints known to who describes them, also in a host that never starts.</summary>
    public static void Publish(this WebApplication app)
    {
        // WebApplication does this when it starts; the document is also written without a server.
#pragma warning disable ASP0014
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
    }

    /// <summary>Names the request that an endpoint sends, where the operation's name does not.</summary>
    public static RouteHandlerBuilder Sends<TRequest>(this RouteHandlerBuilder builder)
        where TRequest : IGuarded => builder.WithMetadata(new SentRequest(typeof(TRequest)));

    /// <summary>Says that attempts at a secret are counted here: too many answer 429.</summary>
    public static RouteHandlerBuilder CountsAttempts(this RouteHandlerBuilder builder) => builder.WithMetadata(new CountsAttempts());

    // The request says the access it needs, and nothing else does: an endpoint is open to strangers if its request is, and to nobody unknown otherwise.
    private static void State(EndpointBuilder endpoint)
    {
        var sent = SentRequest.Of(endpoint.Metadata);
        if (sent is null)
        {
            return;
        }

        endpoint.Metadata.Add(sent);
        endpoint.Metadata.Add(sent.Access is Access.AnyoneAccess ? new AllowAnonymousAttribute() : new AuthorizeAttribute());
    }

    private static async ValueTask<object?> WriteVersionAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var answer = result;
        while (answer is INestedHttpResult nested)
        {
            answer = nested.Result;
        }

        if (answer is IValueHttpResult { Value: IVersioned versioned })
        {
            context.HttpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{versioned.Version}\"");
        }

        return result;
    }
}

/// <summary>On an endpoint where attempts at a secret are counted.</summary>
internal sealed class CountsAttempts;
