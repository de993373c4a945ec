using Barometre.Application.Shared.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Says how many jobs wait and how many were given up; parked jobs make a node degraded, not unready: it still answers requests.</summary>
internal sealed class JobHealth(IBackgroundJobs jobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var counts = await jobs.CountAsync(cancellationToken);
        Dictionary<string, object> data = new()
        {
            ["outbox"] = counts.Outbox, ["waiting"] = counts.Waiting, ["running"] = counts.Running, ["parked"] = counts.Parked,
        };
        return counts.Parked == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"{counts.Parked} parked jobs", data: data);
    }
}
