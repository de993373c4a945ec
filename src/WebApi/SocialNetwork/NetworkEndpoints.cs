using System.Text;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Exchange;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.SocialNetwork;

/// <summary>The people around the person: a map kept over time.</summary>
internal static class NetworkEndpoints
{
    public static void MapNetwork(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/network").WithTags("Network");
        group.MapPost("facts", NoteNetworkFacts).WithName(nameof(NoteNetworkFacts))
            .WithSummary("Notes facts of the network, one or a month’s worth of a device at once: all of them, or none. Late and repeated facts do no harm.");
        group.MapGet("map", GetNetworkMap).WithName(nameof(GetNetworkMap)).WithSummary("Shows the map at a date, or now, every voice beside the others.");
        group.MapGet("text", GetNetworkText).WithName(nameof(GetNetworkText)).WithSummary("Tells the map in sentences, in both languages: the picture’s twin for screen readers and print.");
        group.MapGet("evolution", GetNetworkEvolution).WithName(nameof(GetNetworkEvolution))
            .WithSummary("Shows what became of the map between two dates or snapshots: who is kept, new, gone, back; which ties moved.");
        group.MapGet("alters/{alterId:guid}/timeline", GetTieTimeline).WithName(nameof(GetTieTimeline)).WithSummary("Lists everything noted of one alter and of the tie to it, newest first.");
        group.MapPost("alters/search", SearchAlters).WithName(nameof(SearchAlters)).WithSummary("Finds alters by what is typed of their name; a name never stands in an address.");
        group.MapGet("snapshots", ListSnapshots).WithName(nameof(ListSnapshots)).WithSummary("Lists the moments of the map that the person keeps, latest first.");
        group.MapGet("measures", GetNetworkMeasures).WithName(nameof(GetNetworkMeasures))
            .WithSummary("Shows the measures of the current map or of a snapshot, each with its definition in plain words; what cannot be said says why.");
        group.MapGet("export", ExportNetwork).WithName(nameof(ExportNetwork))
            .WithSummary("Gives the person’s network as texts of files to take along: the map as GraphML and as lists with the columns of Network Canvas, the history as a list of facts.");
        group.MapGet("export/{file}", FetchNetworkFile).WithName(nameof(FetchNetworkFile))
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/graphml+xml")
            .WithSummary("Downloads one of these files: the map as graphml, or as lists of its nodes and of its edges; or the history: everything that was noted, from which the map follows at any date.");
        group.MapPost("import", ImportNetwork).WithName(nameof(ImportNetwork))
            .WithSummary("Adds what a file says to the network: all of it, or nothing when a line is bad (the pointer’s last part is its line). Imported again, one effect.");
    }

    private static async Task<Ok<FactsReceipt>> NoteNetworkFacts(Guid serviceUserId, NoteNetworkFactsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new NoteNetworkFactsCommand(serviceUserId, body.Facts), cancellationToken));

    private static async Task<Ok<MapView>> GetNetworkMap(Guid serviceUserId, DateTimeOffset? at, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetNetworkMapQuery(serviceUserId, at), cancellationToken));

    private static async Task<Ok<NetworkText>> GetNetworkText(Guid serviceUserId, DateTimeOffset? at, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetNetworkTextQuery(serviceUserId, at), cancellationToken));

    private static async Task<Ok<EvolutionView>> GetNetworkEvolution(
        Guid serviceUserId, DateTimeOffset? from, DateTimeOffset? to, Guid? fromSnapshot, Guid? toSnapshot, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetNetworkEvolutionQuery(serviceUserId, from, to, fromSnapshot, toSnapshot), cancellationToken));

    private static async Task<Ok<Page<TimelineRow>>> GetTieTimeline(
        Guid serviceUserId, Guid alterId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetTieTimelineQuery(serviceUserId, alterId, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<FoundAlters>> SearchAlters(Guid serviceUserId, SearchAltersBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SearchAltersQuery(serviceUserId, body.Name), cancellationToken));

    private static async Task<Ok<Page<SnapshotRow>>> ListSnapshots(Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListSnapshotsQuery(serviceUserId, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<NetworkMeasures>> GetNetworkMeasures(Guid serviceUserId, Guid? snapshotId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetNetworkMeasuresQuery(serviceUserId, snapshotId), cancellationToken));

    private static async Task<Ok<NetworkFiles>> ExportNetwork(Guid serviceUserId, DateTimeOffset? at, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ExportNetworkQuery(serviceUserId, at), cancellationToken));

    private static async Task<FileContentHttpResult> FetchNetworkFile(Guid serviceUserId, string file, DateTimeOffset? at, IMediator mediator, CancellationToken cancellationToken)
    {
        var kind = file switch
        {
            "graphml" => NetworkFileKind.GraphMl,
            "nodes" => NetworkFileKind.Nodes,
            "edges" => NetworkFileKind.Edges,
            "history" => NetworkFileKind.History,
            _ => throw new Application.Shared.NotFound(),
        };
        var made = await mediator.Send(new FetchNetworkFileQuery(serviceUserId, at, kind), cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(made.Text), $"{made.MediaType}; charset=utf-8", made.Name);
    }

    private static async Task<Ok<NetworkImported>> ImportNetwork(Guid serviceUserId, ImportNetworkBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ImportNetworkCommand(serviceUserId, body.GraphMl, body.Nodes, body.Edges, body.History, body.At, body.Setting), cancellationToken));
}

/// <summary>Facts to note, at most 1,000, each with an id of the device’s making.</summary>
internal sealed record NoteNetworkFactsBody(IReadOnlyList<GivenNetworkFact> Facts);

/// <summary>What is typed of a name.</summary>
/// <param name="Name">The beginning of any of the name’s words; everybody is found when nothing is typed.</param>
internal sealed record SearchAltersBody(string? Name = null);

/// <summary>A network to import: GraphML, or a list of entries with or without a list of ties, or a history; at most 1 MB at a time.</summary>
/// <remarks>A longer history is sent in parts, each with the header line, in the order in which it was exported.</remarks>
/// <param name="At">What the device’s clock said; what the file does not date counts from then.</param>
/// <param name="GraphMl">The text of a GraphML file.</param>
/// <param name="Nodes">The text of a list of entries: comma-separated values with at least the columns nodeID and name.</param>
/// <param name="Edges">The text of a list of ties: comma-separated values with at least the columns from and to.</param>
/// <param name="History">The text of a list of facts, as exported: what was said in another voice stays in that voice, marked as imported.</param>
internal sealed record ImportNetworkBody(DateTimeOffset At, Setting Setting = Setting.Alone, string? GraphMl = null, string? Nodes = null, string? Edges = null, string? History = null);
