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
            .WithSummary("Gives the person’s map as files to take along: GraphML, and lists of entries and ties with the columns of Network Canvas.");
        group.MapPost("import", ImportNetwork).WithName(nameof(ImportNetwork))
            .WithSummary("Adds what a file says to the map: all of it, or nothing when a line is bad (the pointer’s last part is its line). Imported again, one effect.");
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

    private static async Task<Ok<NetworkImported>> ImportNetwork(Guid serviceUserId, ImportNetworkBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ImportNetworkCommand(serviceUserId, body.GraphMl, body.Nodes, body.Edges, body.At, body.Setting), cancellationToken));
}

/// <summary>Facts to note, at most 1,000, each with an id of the device’s making.</summary>
internal sealed record NoteNetworkFactsBody(IReadOnlyList<GivenNetworkFact> Facts);

/// <summary>What is typed of a name.</summary>
/// <param name="Name">The beginning of any of the name’s words; everybody is found when nothing is typed.</param>
internal sealed record SearchAltersBody(string? Name = null);

/// <summary>A map to import: GraphML, or a list of entries with or without a list of ties; at most 1 MB.</summary>
/// <param name="At">What the device’s clock said; what the file does not date counts from then.</param>
/// <param name="GraphMl">The text of a GraphML file.</param>
/// <param name="Nodes">The text of a list of entries: comma-separated values with at least the columns nodeID and name.</param>
/// <param name="Edges">The text of a list of ties: comma-separated values with at least the columns from and to.</param>
internal sealed record ImportNetworkBody(DateTimeOffset At, Setting Setting = Setting.Alone, string? GraphMl = null, string? Nodes = null, string? Edges = null);
