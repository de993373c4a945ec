using Barometre.Application.CoProduction.Degrees;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>The degree of coproduction: of one record, for the two people first; there is no list of it and no sum over people.</summary>
internal static class DegreeEndpoints
{
    public static void MapDegrees(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction/degree").WithTags("Degree of coproduction")
            .MapGet("", GetDegree).WithName(nameof(GetDegree))
            .WithSummary("Shows who began, decided and did what, stage by stage, over all and by quarter, with the definition in plain words; for the person and the practitioners beside them.");

    private static async Task<Ok<DegreeView>> GetDegree(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetDegreeQuery(serviceUserId), cancellationToken));
}
