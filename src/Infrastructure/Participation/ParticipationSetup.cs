using Barometre.Application.Participation;
using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Contracts;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.Participation;

/// <summary>The module Participation: people, accounts, projects, the circle, the register.</summary>
public static class ParticipationSetup
{
    public static IServiceCollection AddParticipation(this IServiceCollection services)
    {
        services.AddModuleContext<IParticipationDb, ParticipationDbContext>(options => new ParticipationDbContext(options));
        services.AddScoped<IStandingReader, StandingReader>();
        services.AddScoped<IRegister, Register>();
        services.AddScoped<IEnrolmentReader, EnrolmentReader>();
        services.AddScoped<IOneTimeCodes, OneTimeCodes>();
        return services;
    }
}
