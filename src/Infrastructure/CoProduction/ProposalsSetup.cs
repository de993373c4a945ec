using Barometre.Application.CoProduction.Degrees;
using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>Proposals of the module CoProduction, and the degree computed with them.</summary>
internal static class ProposalsSetup
{
    public static void AddProposals(this IServiceCollection services)
    {
        services.AddScoped<IProposalsDb>(provider => provider.GetRequiredService<CoProductionDbContext>());
        services.AddScoped<Changeable>();
        services.AddScoped<ProposalViews>();
        services.AddScoped<IDegreesDb>(provider => provider.GetRequiredService<CoProductionDbContext>());
        services.AddDegreeJobs();
        // The same thing sent twice at the same moment: one of them is told to send again.
        foreach (var key in (string[])["proposal", "proposal_fact", "proposal_terms"])
        {
            services.AddSingleton(new ConstraintError($"{key}_pkey", SharedErrors.Concurrent));
        }
    }
}
