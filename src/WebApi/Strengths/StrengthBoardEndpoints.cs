using Barometre.Application.Shared;
using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Strengths;

/// <summary>The person's strengths together: the board, its order, what changed, counts; and the published suggestions.</summary>
internal static class StrengthBoardEndpoints
{
    public static void MapStrengthBoards(this IEndpointRouteBuilder routes)
    {
        var published = routes.MapGroup("/api/v1/instruments/strengths").WithTags("Instruments");
        published.MapGet("", GetStrengthCatalogue).WithName(nameof(GetStrengthCatalogue))
            .WithSummary("Shows the newest questions and suggestions about strengths, in both languages, with their status; a suggestion is stored only once chosen.");
        published.MapGet("{version}", GetStrengthCatalogueVersion).WithName(nameof(GetStrengthCatalogueVersion)).Sends<GetStrengthCatalogueQuery>()
            .WithSummary("Shows one version of the questions and suggestions about strengths; a published version never changes.");

        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/strengths").WithTags("Strengths");
        group.MapGet("", GetStrengthBoard).WithName(nameof(GetStrengthBoard))
            .WithSummary("Shows the strengths in the person’s order, with domain, time, pins and standing; with all, also those declined or set aside.");
        group.MapPut("order", ArrangeStrengths).WithName(nameof(ArrangeStrengths)).WithSummary("Puts the strengths in the person’s order and pins those they are proudest of.");
        group.MapGet("changes", ListStrengthChanges).WithName(nameof(ListStrengthChanges)).WithSummary("Lists what reached the record about strengths since a time, newest first.");
        group.MapGet("measures", GetStrengthMeasures).WithName(nameof(GetStrengthMeasures))
            .WithSummary("Counts the person’s strengths by domain, time and nature; shows the stars that no strength points to, which strengths actions use and which wait.");
    }

    private static async Task<Ok<StrengthCatalogue>> GetStrengthCatalogue(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStrengthCatalogueQuery(null), cancellationToken));

    private static async Task<Ok<StrengthCatalogue>> GetStrengthCatalogueVersion(string version, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStrengthCatalogueQuery(version), cancellationToken));

    private static async Task<Ok<StrengthBoard>> GetStrengthBoard(Guid serviceUserId, bool? all, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStrengthBoardQuery(serviceUserId, all ?? false), cancellationToken));

    private static async Task<Ok<StrengthOrder>> ArrangeStrengths(Guid serviceUserId, ArrangeStrengthsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ArrangeStrengthsCommand(serviceUserId, body.Order, body.Pinned, body.At, body.Setting), cancellationToken));

    private static async Task<Ok<Page<StrengthChange>>> ListStrengthChanges(
        Guid serviceUserId, DateTimeOffset? since, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListStrengthChangesQuery(serviceUserId, since, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<StrengthMeasures>> GetStrengthMeasures(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStrengthMeasuresQuery(serviceUserId), cancellationToken));
}

/// <summary>The order and pins, whole.</summary>
/// <param name="Order">Strengths, first to last; what is left out comes after, oldest first.</param>
/// <param name="Pinned">Those that the person is proudest of.</param>
/// <param name="At">What the device's clock said.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person notes it with them only.</param>
internal sealed record ArrangeStrengthsBody(IReadOnlyList<Guid> Order, IReadOnlyList<Guid> Pinned, DateTimeOffset At, Setting Setting = Setting.Alone);
