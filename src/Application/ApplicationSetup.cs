using AutoMapper;
using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Consents;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application;

/// <summary>Registers every use case of every module, found by their types, and the pipeline that each request goes through.</summary>
public static class ApplicationSetup
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<Caller>();
        services.AddScoped<TransactionDepth>();
        services.AddSingleton<RememberedDecisions>();
        services.AddScoped<IAccessDecider, AccessDecider>();
        services.AddScoped<IDepartures, Departures>();
        services.AddScoped<ClosedToSystems>();
        services.AddScoped<ICircleRegister, CircleRegister>();
        services.AddScoped<AskedPurposes>();
        services.AddScoped<ConsentEffects>();
        services.AddScoped<Sessions>();
        services.AddScoped<StrongMeans>();
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetService));

        // The order of registration is the order of the pipeline, outermost first.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TelemetryBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PresenceBehaviour<,>));

        foreach (var type in typeof(ApplicationSetup).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
            {
                services.AddScoped(handled, type);
            }
        }

        // Flat rows only, each map with a MaxDepth (docs/decisions/0008).
        services.AddSingleton<IMapper>(new Mapper(new MapperConfiguration(maps => maps.AddProfiles(typeof(ApplicationSetup).Assembly))));

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(ApplicationSetup).Assembly, includeInternalTypes: true))
        {
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
        }

        return services;
    }
}
