using Barometre.WebApi.Shared.Requests;
using Microsoft.AspNetCore.Identity;

namespace Barometre.WebApi.Participation.Authentication;

/// <summary>From whose pages a passkey's answer is taken: this installation's own address and the front ends that the operator named.</summary>
/// <remarks>Identity by itself compares what was signed with the request's <c>Origin</c> header, which whoever relays the request writes as they like: a page on
/// another host of the same domain could have a visitor sign there, and send it here.</remarks>
internal static class PasskeyOrigins
{
    public static void AddPasskeyOrigins(this IServiceCollection services) => services.Configure<IdentityPasskeyOptions>(options => options.ValidateOrigin = IsOursAsync);

    private static ValueTask<bool> IsOursAsync(PasskeyOriginValidationContext context) => ValueTask.FromResult(
        !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var signed)
        && Ours(context.HttpContext).Any(ours => Uri.TryCreate(ours, UriKind.Absolute, out var origin) && signed.Equals(origin)));

    // Behind a proxy, the address that people see: it passes Host on and is named in BAROMETRE_PROXIES.
    private static IEnumerable<string> Ours(HttpContext context) =>
        Edges.Named(context.RequestServices.GetRequiredService<IConfiguration>()).Prepend($"{context.Request.Scheme}://{context.Request.Host}");
}
