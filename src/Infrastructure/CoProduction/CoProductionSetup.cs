using Barometre.Application.CoProduction;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>The module CoProduction: what binds the tabs of a record.</summary>
public static class CoProductionSetup
{
    public static IServiceCollection AddCoProduction(this IServiceCollection services)
    {
        services.AddModuleContext<ICoProductionDb, CoProductionDbContext>(options => new CoProductionDbContext(options));
        services.AddScoped<IVisits, Visits>();
        services.AddScoped<Things>();
        // Two devices that look for the first time at the same moment: one of them is told to send again.
        services.AddSingleton(new ConstraintError("visit_pkey", SharedErrors.Concurrent));
        return services;
    }
}
