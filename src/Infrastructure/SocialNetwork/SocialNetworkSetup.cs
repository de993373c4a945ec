using Barometre.Application.SocialNetwork;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.SocialNetwork.Exchange;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>The module SocialNetwork: facts, maps, measures.</summary>
public static class SocialNetworkSetup
{
    public static IServiceCollection AddSocialNetwork(this IServiceCollection services)
    {
        services.AddModuleContext<ISocialNetworkDb, SocialNetworkDbContext>(options => new SocialNetworkDbContext(options));
        services.AddScoped<IFactWriter, FactWriter>();
        services.AddScoped<IFactReadings, FactStore>();
        services.AddScoped<MapReader>();
        services.AddScoped<INetworkFiles, NetworkFilesOf>();
        services.AddScoped<IMeasureStore, MeasureStore>();
        services.AddScoped<INetworkReader, NetworkReader>();
        services.AddNetworkJobs();
        return services;
    }
}
