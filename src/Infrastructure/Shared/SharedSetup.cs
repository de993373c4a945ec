using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Application.Shared.Pipeline;
using Barometre.Infrastructure.Shared.Idempotency;
using Barometre.Infrastructure.Shared.Jobs;
using Barometre.Infrastructure.Shared.Mail;
using Barometre.Infrastructure.Shared.Secrets;
using Barometre.Infrastructure.Shared.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Barometre.Infrastructure.Shared;

/// <summary>What every module stands on: connections, the session of a request, migrations, keys.</summary>
public static class SharedSetup
{
    public static IServiceCollection AddShared(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        services.AddSingleton(_ => new Databases(configuration));
        services.AddSingleton<Migrator>();
        services.AddSingleton<OneAtATime>();
        services.AddScoped<DatabaseSession>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<DatabaseSession>());
        services.AddScoped<IHeldRecords, HeldRecords>();
        services.AddScoped<IRecordScope>(provider => provider.GetRequiredService<DatabaseSession>());
        services.AddScoped<IRoundTrip, RoundTrip>();
        services.AddScoped<PersonInterceptor>();
        services.AddScoped<OutboxInterceptor>();
        services.AddSingleton<RecordKeys>();
        services.AddSingleton<IRecordKeys>(provider => provider.GetRequiredService<RecordKeys>());
        services.AddHostedService<DeletedKeys>();
        services.AddSingleton<ISecretHash, SecretHash>();
        services.AddSingleton<IAccountSeal, AccountSeal>();
        services.AddSingleton<IMailer, SmtpMailer>();
        services.AddScoped<IAnswers, Answers>();
        services.AddSingleton<IStoreFailures, StoreFailures>();
        services.AddHostedService<AnswerPruning>();
        services.AddSingleton<Readiness>();
        services.AddKeyRing(configuration);
        services.AddJobs(configuration);
        return services;
    }

    /// <summary>Registers a module's context on the request's one connection, in its transaction when there is one.</summary>
    internal static void AddModuleContext<TFace, TContext>(this IServiceCollection services, Func<DbContextOptions<TContext>, TContext> make)
        where TFace : class
        where TContext : ModuleDbContext, TFace
    {
        services.AddScoped(provider =>
        {
            var session = provider.GetRequiredService<DatabaseSession>();
            var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(session.Connection)
                .AddInterceptors(provider.GetRequiredService<PersonInterceptor>(), provider.GetRequiredService<OutboxInterceptor>());
            var context = make(options.Options);
            session.Lead(context);
            return context;
        });
        services.AddScoped<TFace>(provider => provider.GetRequiredService<TContext>());
    }
}
