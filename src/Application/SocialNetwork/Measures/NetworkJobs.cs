using Barometre.Application.Shared.Jobs;
using Barometre.Domain.SocialNetwork;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>The work that keeps the measures of networks true: after each change of a map, and every night.</summary>
public static class NetworkJobs
{
    private const string Person = "person";

    /// <summary>After the night's recomputation of change: the two would only slow each other.</summary>
    private const string Nightly = "0 30 3 * * ?";

    public static void AddNetworkJobs(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundWork>(new EventConsumer<NetworkChanged, int>(
            "social-network.recompute-network",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new RecomputeNetworkCommand(Guid.Parse(data[Person]))));
        services.AddSingleton<BackgroundWork>(new Recomputation<NetworksReport>("social-network", Nightly, () => new RecomputeAllNetworksCommand(), person => new RecomputeNetworkCommand(person)));
    }
}
