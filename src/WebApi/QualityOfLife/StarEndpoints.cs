using Barometre.Application.QualityOfLife.Stars;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.QualityOfLife;

/// <summary>Stars: the themes that matter most to the person now, at most three.</summary>
internal static class StarEndpoints
{
    public static void MapStars(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/quality-of-life/stars").WithTags("Stars");
        group.MapGet("", GetStars).WithName(nameof(GetStars)).WithSummary("Shows the person’s stars, most important first.");
        group.MapPut("", ChooseStars).WithName(nameof(ChooseStars)).WithSummary("Chooses the stars: the whole list, at most three, most important first.");
        group.MapGet("history", GetStarHistory).WithName(nameof(GetStarHistory)).WithSummary("Lists all the stars that ever were, newest first.");
    }

    private static async Task<Ok<StarList>> GetStars(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStarsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<StarList>> ChooseStars(Guid serviceUserId, ChooseStarsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ChooseStarsCommand(serviceUserId, body.Themes, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<Page<StarRow>>> GetStarHistory(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStarHistoryQuery(serviceUserId, cursor, limit ?? 50), cancellationToken));
}

/// <summary>The stars, whole and in order.</summary>
/// <param name="Themes">Codes, most important first, at most three; none takes all stars off.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person chooses with them only.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person chooses together with somebody on their own device.</param>
internal sealed record ChooseStarsBody(IReadOnlyList<string> Themes, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
