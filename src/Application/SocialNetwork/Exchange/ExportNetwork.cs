using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>The person's network as files to take along, every voice beside the others: the map as GraphML and as lists of entries and ties, and the history as a list of facts.</summary>
/// <param name="At">The map at which moment, and what happened until then; now when not said.</param>
public sealed record ExportNetworkQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<NetworkFiles>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>One of the network's files, to download.</summary>
/// <param name="At">The map at which moment, and what happened until then; now when not said.</param>
/// <param name="File">Which.</param>
public sealed record FetchNetworkFileQuery(Guid ServiceUserId, DateTimeOffset? At, NetworkFileKind File) : IQuery<NetworkFile>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>A form in which a network can be taken along; each can be imported again.</summary>
public enum NetworkFileKind
{
    /// <summary>The map as GraphML, for Gephi, igraph and the like.</summary>
    GraphMl,

    /// <summary>The map's entries as comma-separated values, with the columns of Network Canvas.</summary>
    Nodes,

    /// <summary>The ties among them, likewise.</summary>
    Edges,

    /// <summary>Everything that was ever noted, fact by fact: from it the map follows at any date.</summary>
    History,
}

/// <summary>One network in each form that it can be taken along in; what is exported can be imported again.</summary>
/// <param name="GraphMl">The map in one file, for Gephi, igraph and the like.</param>
/// <param name="Nodes">The list of the map's entries as comma-separated values, with the columns of Network Canvas.</param>
/// <param name="Edges">The list of ties among them, likewise.</param>
/// <param name="History">The list of all that was noted, fact by fact: from it the map follows at any date.</param>
public sealed record NetworkFiles(NetworkFile GraphMl, NetworkFile Nodes, NetworkFile Edges, NetworkFile History);

/// <summary>A file.</summary>
/// <param name="Name">What to call it; it says nothing of whose it is.</param>
/// <param name="Text">What it holds, as UTF-8.</param>
public sealed record NetworkFile(string Name, string MediaType, string Text);

internal sealed class ExportNetworkHandler(MapReader reader) : IRequestHandler<ExportNetworkQuery, NetworkFiles>
{
    public async Task<NetworkFiles> Handle(ExportNetworkQuery query, CancellationToken cancellationToken)
    {
        var files = await Export.ReadAsync(reader, query.ServiceUserId, query.At, cancellationToken);
        return new NetworkFiles(files.File(NetworkFileKind.GraphMl), files.File(NetworkFileKind.Nodes), files.File(NetworkFileKind.Edges), files.File(NetworkFileKind.History));
    }
}

internal sealed class FetchNetworkFileHandler(MapReader reader) : IRequestHandler<FetchNetworkFileQuery, NetworkFile>
{
    public async Task<NetworkFile> Handle(FetchNetworkFileQuery query, CancellationToken cancellationToken) =>
        (await Export.ReadAsync(reader, query.ServiceUserId, query.At, cancellationToken)).File(query.File);
}

/// <summary>Makes the files of one network.</summary>
internal sealed class Export(Guid serviceUserId, NetworkHistory history, DateTimeOffset at, MapWords words)
{
    public static async Task<Export> ReadAsync(MapReader reader, Guid serviceUserId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(serviceUserId, FactsWanted.WithComments, cancellationToken);
        return new Export(serviceUserId, history, at ?? DateTimeOffset.MaxValue, await reader.WordsAsync(serviceUserId, null, cancellationToken));
    }

    public NetworkFile File(NetworkFileKind kind) => kind switch
    {
        NetworkFileKind.GraphMl => new NetworkFile("network.graphml", "application/graphml+xml", GraphMl.Write(Map())),
        NetworkFileKind.Nodes => new NetworkFile("network_attributeList.csv", "text/csv", NodeAndEdgeLists.Nodes(Map())),
        NetworkFileKind.Edges => new NetworkFile("network_edgeList.csv", "text/csv", NodeAndEdgeLists.Edges(Map())),
        _ => new NetworkFile("network_factList.csv", "text/csv", FactList.Write(serviceUserId, history.Until(at).Select(counted => counted.Fact), words)),
    };

    private ExchangedMap Map() => ExchangedMap.Of(serviceUserId, history.At(at), words);
}
