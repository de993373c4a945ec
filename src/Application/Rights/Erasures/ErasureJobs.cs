using Barometre.Application.Shared.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The work that erases records: when one is due, every minute for those that waited or were broken off, and a look back every hour.</summary>
public static class ErasureJobs
{
    private const string Due = "rights.erase-due";

    /// <summary>To be called in the command that makes an erasing due.</summary>
    /// <remarks>Without data: nothing that waits names the person.</remarks>
    public static Task ErasureDueAsync(this IJobRequests requests, CancellationToken cancellationToken) =>
        requests.RequestAsync(Due, new Dictionary<string, string>(), cancellationToken);

    public static void AddErasures(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundWork>(new RequestedWork<int>(Due, _ => new RunErasuresCommand()));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("rights.run-erasures", "30 * * * * ?", () => new RunErasuresCommand()));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("rights.sweep-erased", "0 41 * * * ?", () => new SweepErasedCommand()));
    }
}
