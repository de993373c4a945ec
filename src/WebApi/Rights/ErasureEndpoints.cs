using Barometre.Application.Rights.Erasures;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Rights;

/// <summary>Erasing a record: asked for, confirmed, called off; and the certificate afterwards.</summary>
internal static class ErasureEndpoints
{
    public static void MapErasures(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/erasures").WithTags("Rights");
        group.MapGet("", ListErasures).WithName(nameof(ListErasures)).WithSummary("Lists what was asked for about erasing the record, by the person or whoever represents them in law, latest first.");
        group.MapPut("{erasureId:guid}", AskErasure).WithName(nameof(AskErasure))
            .WithSummary("Asks that the whole record be erased; nothing happens until it is confirmed.");
        group.MapPost("{erasureId:guid}/confirmation", ConfirmErasure).WithName(nameof(ConfirmErasure))
            .WithSummary("Confirms the erasing, says how long it can still be called off, and shows once the code that gets the certificate.");
        group.MapPost("{erasureId:guid}/cancellation", CancelErasure).WithName(nameof(CancelErasure))
            .WithSummary("Calls the erasing off, as long as it has not begun.");
        routes.MapPost("/api/v1/erasure-certificates", GetErasureCertificate).WithTags("Rights").WithName(nameof(GetErasureCertificate))
            .WithSummary("Shows the certificate of an erasure to whoever holds its code, without signing in.");
    }

    private static async Task<Ok<IReadOnlyList<ErasureView>>> ListErasures(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListErasuresQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<ErasureView>> AskErasure(Guid serviceUserId, Guid erasureId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AskErasureCommand(serviceUserId, erasureId), cancellationToken));

    private static async Task<Ok<ConfirmedErasure>> ConfirmErasure(
        Guid serviceUserId, Guid erasureId, ConfirmErasureBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ConfirmErasureCommand(serviceUserId, erasureId, body.KeepsAccount, body.WaitHours), cancellationToken));

    private static async Task<Ok<ErasureView>> CancelErasure(Guid serviceUserId, Guid erasureId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CancelErasureCommand(serviceUserId, erasureId), cancellationToken));

    private static async Task<Ok<CertificateView>> GetErasureCertificate(ErasureCertificateBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetErasureCertificateQuery(body.Code), cancellationToken));
}

/// <summary>The second yes.</summary>
/// <param name="KeepsAccount">True to keep the account that one signs in with.</param>
/// <param name="WaitHours">Hours in which it can be called off, 0 to 720; 24 when not said, and at least 24 when a representative asks and the person has an account.</param>
internal sealed record ConfirmErasureBody(bool KeepsAccount, int? WaitHours = null);

/// <summary>Which certificate.</summary>
/// <param name="Code">As it was shown when the erasing was confirmed; spaces and dashes do not matter.</param>
internal sealed record ErasureCertificateBody(string Code);
