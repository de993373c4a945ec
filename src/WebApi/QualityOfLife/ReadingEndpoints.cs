using Barometre.Application.QualityOfLife.Readings;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>What the answers show: the present picture and the series, each voice apart.</summary>
internal static class ReadingEndpoints
{
    public static void MapReadings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life").WithTags("Readings");
        group.MapGet("picture", GetPicture).WithName(nameof(GetPicture)).WithSummary("Shows what was last said about each theme, every voice beside the others.");
        group.MapGet("series", GetSeries).WithName(nameof(GetSeries))
            .WithSummary("Shows all the series of a period in one call; thinned to maxPoints each on request, first, last and extremes kept.");
        group.MapGet("themes/{theme}/series", GetThemeSeries).WithName(nameof(GetThemeSeries)).WithSummary("Shows one theme’s series, each voice apart.");
    }

    private static async Task<Ok<Picture>> GetPicture(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetPictureQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<SeriesList>> GetSeries(
        Guid serviceUserId, DateTimeOffset? from, DateTimeOffset? to, int? maxPoints, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetSeriesQuery(serviceUserId, from, to, maxPoints), cancellationToken));

    private static async Task<Ok<SeriesList>> GetThemeSeries(
        Guid serviceUserId, string theme, DateTimeOffset? from, DateTimeOffset? to, int? maxPoints, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetThemeSeriesQuery(serviceUserId, theme, from, to, maxPoints), cancellationToken));
}
