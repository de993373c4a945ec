using Barometre.Application.Participation.Records;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Records of people: opened by a practitioner, claimed by the person.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}").WithTags("Records");
        group.MapPut("", OpenRecord).WithName(nameof(OpenRecord)).WithSummary("Opens a record with what the person wants to be called.");
    }

    private static async Task<Created<OpenedRecord>> OpenRecord(Guid serviceUserId, OpenRecordBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var id = await mediator.Send(new OpenRecordCommand(serviceUserId, body.ProjectId, body.CalledName, body.Language), cancellationToken);
        return TypedResults.Created($"/api/v1/service-users/{id}", new OpenedRecord(id));
    }
}

/// <summary>What a practitioner says to open a record.</summary>
internal sealed record OpenRecordBody(Guid ProjectId, string CalledName, string Language);

/// <summary>The record that was opened.</summary>
internal sealed record OpenedRecord(Guid ServiceUserId);
