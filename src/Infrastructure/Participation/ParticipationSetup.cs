using Barometre.Application.Participation;
using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Consents;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Register;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Infrastructure.Participation.Accounts;
using Barometre.Infrastructure.Participation.Consents;
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
        services.AddScoped<ICircleReader, CircleReader>();
        services.AddScoped<IEmergencyReader, EmergencyReader>();
        services.AddScoped<IRepresentationReader, RepresentationReader>();
        services.AddScoped<IAccountsReader, AccountsReader>();
        services.AddScoped<IOpenRecordsReader, OpenRecordsReader>();
        services.AddScoped<IConsentContent, ConsentLibrary>();
        services.AddSingleton<IPublishedContent, PublishedConsents>();
        services.AddScoped<IConsentReader, ConsentReader>();
        services.AddScoped<ICommunications, Communications>();
        services.AddScoped<ITombstones, Tombstones>();
        services.AddScoped<IRecordEnding, RecordEnding>();
        services.AddScoped<IKeepingReader, KeepingReader>();
        services.AddScoped<IRecordArrival, RecordArrival>();
        services.AddScoped<ICallersRight, CallersRights>();
        services.AddScoped<IRetentionRules, RetentionRules>();
        services.AddScoped<IOneTimeCodes, OneTimeCodes>();
        services.AddScoped<IRegisterLines, RegisterLines>();
        services.AddSingleton(new ConstraintError("circle_member_once", ParticipationErrors.AlreadyInCircle));
        services.AddSingleton(new ConstraintError("service_user_account_id_key", ParticipationErrors.AccountHasRecord));
        services.AddSingleton<IUpgradeStep, SealDisplayNames>();
        services.AddAccounts();
        return services;
    }
}
