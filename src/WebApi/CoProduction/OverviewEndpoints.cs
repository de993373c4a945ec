using Barometre.Application.CoProduction.Overviews;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>A whole record at a glance.</summary>
internal static class OverviewEndpoints
{
    public static void MapOverviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/overview").WithTags("Overview");
        group.MapGet("", GetOverview).WithName(nameof(GetOverview))
            .WithSummary("Opens the whole record in one call: the latest of each tab that is open to the reader, and what is new since they last saw it.");
        group.MapPut("seen", MarkOverviewSeen).WithName(nameof(MarkOverviewSeen))
            .WithSummary("Says up to when the caller has seen the record; what comes later is news the next time.");
    }

    private static async Task<Ok<Overview>> GetOverview(Guid serviceUserId, DateTimeOffset? since, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetOverviewQuery(serviceUserId, since), cancellationToken));

    private static async Task<Ok<SeenUntil>> MarkOverviewSeen(
        Guid serviceUserId, MarkOverviewSeenBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new MarkOverviewSeenCommand(serviceUserId, body.Until), cancellationToken));
}

/// <summary>What was seen.</summary>
/// <param name="Until">The <c>at</c> of the overview that was shown.</param>
internal sealed record MarkOverviewSeenBody(DateTimeOffset Until);
