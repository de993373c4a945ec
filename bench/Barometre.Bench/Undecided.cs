using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests;
using Barometre.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Barometre.Bench;

/// <summary>The same host without the access decision: whoever asks is taken for the person, nothing is read to decide it, and no register is kept. Only here, to be measured against.</summary>
internal sealed class Undecided(DatabaseSession session) : IAccessDecider
{
    public Task<Grant> DecideAsync(Access needed, string useCase, bool writes, CancellationToken cancellationToken)
    {
        session.OpenFor(needed switch
        {
            Access.RecordAccess record => record.ServiceUserId,
            Access.AnyTabAccess any => any.ServiceUserId,
            _ => null,
        });
        return Task.FromResult(Grant.Self);
    }

    /// <summary>A node of that installation that decides nothing.</summary>
    public static WebApplication Node(Installation installation) => Host.Build([], builder =>
    {
        builder.Configuration.AddInMemoryCollection(installation.Settings);
        builder.Configuration["BAROMETRE_JOBS"] = "false";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Host.UseServiceProviderFactory(new WithoutDecision());
    });

    // The application registers its decision after whatever a host sets: it is exchanged at the last moment.
    private sealed class WithoutDecision : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services) => services;

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
        {
            containerBuilder.Replace(ServiceDescriptor.Scoped<IAccessDecider, Undecided>());
            return containerBuilder.BuildServiceProvider();
        }
    }
}
