using Barometre.Application.Shared.Jobs;
using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi.Shared.Operations;

/// <summary>What a supervisor asks: is the process alive, can it serve.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthAnswer("live", null))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, IBackgroundJobs jobs, CancellationToken cancellationToken)
    {
        var missing = await readiness.MissingAsync(cancellationToken);
        return missing is null
            ? TypedResults.Ok(new HealthAnswer("ready", null, await jobs.CountAsync(cancellationToken)))
            : TypedResults.Json(new HealthAnswer("not_ready", missing), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <param name="Status"><c>live</c>, <c>ready</c> or <c>not_ready</c>.</param>
    /// <param name="Missing"><c>database</c> or <c>migrations</c>.</param>
    /// <param name="Jobs">What waits in the background and what was given up, on all nodes; parked jobs do not make a node unready.</param>
    private sealed record HealthAnswer(string Status, string? Missing, JobCounts? Jobs = null);
}
