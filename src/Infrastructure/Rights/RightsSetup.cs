using Barometre.Application.Rights;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Rights.Contracts;
using Barometre.Application.Rights.Erasures;
using Barometre.Application.Rights.GivenBack;
using Barometre.Application.Rights.Retention;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Infrastructure.Rights.Archives;
using Barometre.Infrastructure.Rights.Erasures;
using Barometre.Infrastructure.Rights.Retention;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.Rights;

/// <summary>The module Rights: what the law gives the person over their record.</summary>
public static class RightsSetup
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddModuleContext<IRightsDb, RightsDbContext>(options => new RightsDbContext(options));
        services.AddSingleton<OwnScopes>();
        services.AddSingleton<ISigningKey, SigningKey>();
        services.AddSingleton<IBackupTerm, BackupTerm>();
        services.AddScoped<IPersonalRows, PersonalRows>();
        services.AddScoped<ICertificates, Certificates>();
        services.AddScoped<IErasureTraces, ErasureTraces>();
        services.AddSingleton<IArchiveWriter, ArchiveWriter>();
        services.AddScoped<IArchiveTaker, ArchiveTaker>();
        services.AddScoped<ICarriedRows, CarriedRows>();
        services.AddErasures();
        services.AddScoped<OthersWords>();
        services.AddArchives();
        services.AddScoped<ILastContact, LastContact>();
        services.AddRetention();
        // Two devices that ask at the same moment.
        services.AddSingleton(new ConstraintError("erasure_once", RightsErrors.ErasureOpen));
        services.AddSingleton(new ConstraintError("erasure_pkey", SharedErrors.Concurrent));
        services.AddSingleton(new ConstraintError("archive_pkey", SharedErrors.Concurrent));
        return services;
    }
}
