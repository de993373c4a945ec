using Barometre.Application.Shared.Jobs;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Shared;

/// <summary>Background jobs, for administrators: what waits, what was given up, and asking for it again.</summary>
internal static class JobEndpoints
{
    private const int Shown = 100;

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/operations/jobs").WithTags("Operations");
        group.MapGet("", GetJobs).WithName(nameof(GetJobs)).WithSummary("Counts the background jobs and lists those given up.");
        group.MapPost("/parked/{parkedJobId:guid}/retries", RetryJob).WithName(nameof(RetryJob)).WithSummary("Hands a parked job over again.").Sends<RetryJobsCommand>();
        group.MapPost("/parked/retries", RetryAllJobs).WithName(nameof(RetryAllJobs)).WithSummary("Hands every parked job over again.").Sends<RetryJobsCommand>();
    }

    private static async Task<Ok<JobsReport>> GetJobs(int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetJobsQuery(limit ?? Shown), cancellationToken));

    private static async Task<Ok<RetriedJobs>> RetryJob(Guid parkedJobId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RetriedJobs(await mediator.Send(new RetryJobsCommand(parkedJobId), cancellationToken)));

    private static async Task<Ok<RetriedJobs>> RetryAllJobs(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RetriedJobs(await mediator.Send(new RetryJobsCommand(null), cancellationToken)));
}

/// <summary>How many parked jobs were handed over again.</summary>
internal sealed record RetriedJobs(int Retried);
