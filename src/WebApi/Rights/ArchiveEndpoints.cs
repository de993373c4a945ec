using Barometre.Application.Rights.Archives;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Rights;

/// <summary>Everything about the person in one file: asked for, made in the background, fetched, gone after seven days.</summary>
internal static class ArchiveEndpoints
{
    public static void MapArchives(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/archives").WithTags("Rights");
        group.MapGet("", ListArchives).WithName(nameof(ListArchives)).WithSummary("Lists the archives of a record, newest first: all of them for the person, for anybody else those that they asked for.");
        group.MapPut("{archiveId:guid}", AskArchive).WithName(nameof(AskArchive))
            .WithSummary("Asks for everything about the person in one signed file, made in the background and kept for seven days; whoever decides in their rights gets it without what is the person’s alone.");
        group.MapGet("{archiveId:guid}", GetArchive).WithName(nameof(GetArchive)).WithSummary("Shows how far an archive is.");
        group.MapGet("{archiveId:guid}/file", FetchArchive).WithName(nameof(FetchArchive)).Sends<FetchArchiveQuery>()
            .Produces<byte[]>(StatusCodes.Status200OK, "application/zip")
            .WithSummary("Fetches an archive: a ZIP file, as docs/api/archive.v1.schema.json describes it.");
    }

    private static async Task<Ok<IReadOnlyList<ArchiveView>>> ListArchives(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListArchivesQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<ArchiveView>> AskArchive(Guid serviceUserId, Guid archiveId, AskArchiveBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AskArchiveCommand(serviceUserId, archiveId, body.Language), cancellationToken));

    private static async Task<Ok<ArchiveView>> GetArchive(Guid serviceUserId, Guid archiveId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetArchiveQuery(serviceUserId, archiveId), cancellationToken));

    private static async Task<PushStreamHttpResult> FetchArchive(Guid serviceUserId, Guid archiveId, IMediator mediator, HttpResponse response, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new FetchArchiveQuery(serviceUserId, archiveId), cancellationToken);
        response.ContentLength = file.Size;
        return TypedResults.Stream(body => WriteAsync(file, body, response.HttpContext, cancellationToken), "application/zip", "barometre.zip");
    }

    private static async Task WriteAsync(FetchedArchive file, Stream body, HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var piece in file.Pieces.WithCancellation(cancellationToken))
            {
                await body.WriteAsync(piece, cancellationToken);
            }
        }
        catch (Application.Shared.NotFound)
        {
            // Erased in the middle: the rest is nowhere any more. The connection is broken off, so that nobody takes what came for the whole.
            context.Abort();
        }
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>, of what stands in it for people to read; the person's when not said.</param>
internal sealed record AskArchiveBody(string? Language = null);
