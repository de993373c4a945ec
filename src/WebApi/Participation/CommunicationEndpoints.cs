using Barometre.Application.Participation.Communications;
using Barometre.Application.Participation.Tombstones;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>What left a record, and what whoever received it must remove.</summary>
internal static class CommunicationEndpoints
{
    private const int Page = 50;

    public static void MapCommunications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/service-users/{serviceUserId:guid}/communications", ListCommunications).WithName(nameof(ListCommunications)).WithTags("Communications")
            .WithSummary("Shows what left the record: to whom, why and when, newest first.");
        routes.MapGet("/api/v1/tombstones", ListTombstones).WithName(nameof(ListTombstones)).WithTags("Communications")
            .WithSummary("Lists what you, another system or a researcher, must remove, oldest first; read on from the last cursor.");
    }

    private static async Task<Ok<Page<CommunicationView>>> ListCommunications(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListCommunicationsQuery(serviceUserId, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<Feed<TombstoneView>>> ListTombstones(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListTombstonesQuery(cursor, limit ?? Page), cancellationToken));
}
