using Barometre.Application.Rights.Retention;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Rights;

/// <summary>For how long a record is kept.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/service-users/{serviceUserId:guid}/retention", GetRetention).WithTags("Rights").WithName(nameof(GetRetention))
            .WithSummary("Shows what is announced about closing or erasing the record for want of contact, if anything is.");

    private static async Task<Ok<RetentionNotice>> GetRetention(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetRetentionQuery(serviceUserId), cancellationToken));
}
