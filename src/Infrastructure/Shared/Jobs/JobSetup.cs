using Barometre.Application.Shared.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Background jobs: Quartz on our PostgreSQL, with the worker's login, fed by the outbox relay.</summary>
internal static class JobSetup
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new JobSettings(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxReader>();
        services.AddSingleton<WorkRegistry>();
        services.AddSingleton<ParkedJobs>();
        services.AddScoped<IJobRequests, JobRequests>();
        services.AddSingleton<IBackgroundJobs>(provider => provider.GetRequiredService<ParkedJobs>());
        if (!settings.Enabled)
        {
            return;
        }

        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(options =>
            {
                options.InstanceName = JobTables.SchedulerName;
                options.GenerateInstanceId = true;
                // A job that another node made is seen when that node is too busy to take it at once.
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                // A failure's message might carry words.
                options.RecordExceptionSpanEvents = false;
            })
            .UseDefaultThreadPool(settings.Concurrency)
            .UsePersistentStore(store => store
                .In(provider => provider.GetRequiredService<Databases>().Worker)
                .UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (JobSettings.CheckInInterval, JobSettings.CheckInThreshold)))
            .UseDefaultRetryPolicy(RetryPolicy.Explicit(settings.Pauses))
            .AddJobType<CommandJob>());
        services.AddSingleton<JobNode>();
        services.AddHostedService(provider => provider.GetRequiredService<JobNode>());
        services.AddHostedService<OutboxRelay>();
    }
}
