using Barometre.Application.Rights;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Rights;

/// <summary>The endpoints of the module Rights.</summary>
internal static class RightsEndpoints
{
    public static void MapRecordRights(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/signing-key", GetSigningKey).WithTags("Rights").WithName(nameof(GetSigningKey))
            .WithSummary("Shows the public key with which this installation's archives and certificates are verified.");
        routes.MapArchives();
        routes.MapErasures();
        routes.MapKeptWords();
        routes.MapRetention();
    }

    private static async Task<Ok<PublicKey>> GetSigningKey(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetSigningKeyQuery(), cancellationToken));
}
