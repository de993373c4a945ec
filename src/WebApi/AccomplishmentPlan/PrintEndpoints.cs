using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Copies to take along: asked for, made in the background, fetched, gone after seven days.</summary>
internal static class PrintEndpoints
{
    public static void MapPrints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/plan/prints").WithTags("Prints");
        group.MapGet("", ListPrints).WithName(nameof(ListPrints)).WithSummary("Lists the prints that can be had, newest first.");
        group.MapPut("{printId:guid}", AskPrint).WithName(nameof(AskPrint))
            .WithSummary("Asks for a PDF of exactly the ticked parts, in a language, in large type if wished; it is made in the background and kept for seven days.");
        group.MapGet("{printId:guid}", GetPrint).WithName(nameof(GetPrint)).WithSummary("Shows how far a print is.");
        group.MapGet("{printId:guid}/file", FetchPrint).WithName(nameof(FetchPrint)).Sends<FetchPrintQuery>()
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .WithSummary("Fetches the PDF of a print, if all that stands in it is open to the caller at this moment.");
    }

    private static async Task<Ok<IReadOnlyList<PrintView>>> ListPrints(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListPrintsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<PrintView>> AskPrint(Guid serviceUserId, Guid printId, AskPrintBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AskPrintCommand(serviceUserId, printId, body.Parts, body.Language, body.LargeType), cancellationToken));

    private static async Task<Ok<PrintView>> GetPrint(Guid serviceUserId, Guid printId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetPrintQuery(serviceUserId, printId), cancellationToken));

    private static async Task<FileContentHttpResult> FetchPrint(Guid serviceUserId, Guid printId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.File((await mediator.Send(new FetchPrintQuery(serviceUserId, printId), cancellationToken)).Pdf, "application/pdf", "plan.pdf");
}

/// <summary>What to print.</summary>
/// <param name="Parts">Exactly these stand in it.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; the person's when not said.</param>
/// <param name="LargeType">Letters of 18 points.</param>
internal sealed record AskPrintBody(IReadOnlyList<PrintPart> Parts, string? Language = null, bool LargeType = false);
