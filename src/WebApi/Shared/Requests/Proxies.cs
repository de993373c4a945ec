using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Whom to believe about where a request came from: behind a proxy that ends TLS, throttling needs the caller's address and cookies need to know of TLS.</summary>
internal static class Proxies
{
    /// <summary>The setting that names, separated by commas, the proxies in front (addresses or networks, 10.0.0.0/8) whose <c>X-Forwarded-For</c> and
    /// <c>X-Forwarded-Proto</c> are believed; none by default, since anybody can send these headers.</summary>
    public const string Setting = "BAROMETRE_PROXIES";

    public static void AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var proxies = (configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // As long as a chain goes through proxies that are named.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies)
            {
                options.KnownIPNetworks.Add(NetworkOf(proxy));
            }
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        // With no proxy named, the middleware would believe everybody.
        if (!string.IsNullOrWhiteSpace(app.Configuration[Setting]))
        {
            app.UseForwardedHeaders();
        }
    }

    private static System.Net.IPNetwork NetworkOf(string proxy)
    {
        if (System.Net.IPNetwork.TryParse(proxy, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(proxy, out var address)
            ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new InvalidOperationException($"{Setting} names '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");
    }
}
