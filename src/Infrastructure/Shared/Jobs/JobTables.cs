using Npgsql;
using Quartz;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Quartz's tables: where they are, how they are reached, and how they are made.</summary>
internal static class JobTables
{
    public const string Prefix = "jobs.qrtz_";

    /// <summary>All nodes that share a database are one scheduler of this name.</summary>
    public const string SchedulerName = "barometre";

    /// <summary>Makes the tables that are missing, as the owner; part of migrating.</summary>
    public static async Task ProvisionAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        await using var factory = QuartzSchedulerBuilder.Create(quartz => quartz
            .ConfigureScheduler(options => (options.InstanceName, options.InstanceId) = (SchedulerName, "migrate"))
            .UsePersistentStore(store => store.In(_ => owner).ProvisionSchema())).Build();
        // Built and never started: a started scheduler would join the cluster and take work.
        await factory.GetScheduler(cancellationToken);
    }

    /// <summary>Our PostgreSQL, our schema, job data as strings.</summary>
    public static IPersistentStoreBuilder In(this IPersistentStoreBuilder store, Func<IServiceProvider, NpgsqlDataSource> source) => store
        .UsePostgres(options => options.DataSourceFactory = source)
        .ConfigureStore(options =>
        {
            options.TablePrefix = Prefix;
            options.StoreJobDataAsStrings = true;
            // The relay hands over and deletes the outbox row in one transaction.
            options.AcceptEnlistedTransactions = true;
            // Quartz sets aside what waited for more than a minute, also what it recovers from a killed node, until it next looks: that soon.
            options.MisfireHandlerFrequency = JobSettings.LateWorkPause;
            // What a stopping node interrupts is run by another.
            options.RecoverFiringsCancelledByShutdown = true;
        });
}
