using Barometre.Application.Shared;
using Barometre.Application.Shared.Acts;
using Barometre.Application.Strengths;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Application.Strengths.Changes;
using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Strengths;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.Strengths;

/// <summary>The module Strengths: the catalogue, strengths, their order.</summary>
public static class StrengthsSetup
{
    public static IServiceCollection AddStrengths(this IServiceCollection services)
    {
        services.AddModuleContext<IStrengthsDb, StrengthsDbContext>(options => new StrengthsDbContext(options));
        services.AddSingleton<IStrengthCatalogues, CatalogueLibrary>();
        services.AddSingleton<IPublishedContent, CatalogueContent>();
        services.AddScoped<IStrengthsReader, StrengthsReader>();
        services.AddScoped<IStrengthChanges, StrengthChanges>();
        services.AddScoped<IActsReader, StrengthActs>();
        services.AddScoped<LinkBook>();
        services.AddScoped<StrengthWriting>();
        // Two first uses at the same moment: one of them is told to send again.
        services.AddSingleton(new ConstraintError("strength_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("arrangement_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("arrangement_fact_current", SharedErrors.Concurrent));
        // Of one strength, devices take turns: an id that is there already belongs to another.
        services.AddSingleton(new ConstraintError("strength_fact_pkey", StrengthsErrors.FactIdReused));
        services.AddSingleton(new ConstraintError("strength_fact_answer", StrengthsErrors.NothingToAnswer));
        return services;
    }
}
