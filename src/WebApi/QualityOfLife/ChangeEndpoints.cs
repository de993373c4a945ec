using Barometre.Application.QualityOfLife.Change;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>What changed: computed indicators, each with its method and its reason in words.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life").WithTags("Change");
        group.MapGet("/changes", GetChanges).WithName(nameof(GetChanges)).WithSummary("What changed on every rated theme, each voice on its own.");
        group.MapGet("/changes/{theme}", GetThemeChange).WithName(nameof(GetThemeChange)).WithSummary("What changed on one theme, since a date or over everything, computed now.");
        group.MapGet("/spheres", GetSpheres).WithName(nameof(GetSpheres)).WithSummary("The spheres at a glance, with how many themes were answered.");
        group.MapGet("/gaps", GetGaps).WithName(nameof(GetGaps)).WithSummary("Where the person and the practitioner see things differently, and who moved.");
    }

    private static async Task<Ok<ChangesOfPerson>> GetChanges(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetChangesQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<ChangeOfTheme>> GetThemeChange(
        Guid serviceUserId, string theme, DateTimeOffset? since, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetThemeChangeQuery(serviceUserId, theme, since), cancellationToken));

    private static async Task<Ok<SpheresOfPerson>> GetSpheres(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetSpheresQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<GapsOfPerson>> GetGaps(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetGapsQuery(serviceUserId), cancellationToken));
}
