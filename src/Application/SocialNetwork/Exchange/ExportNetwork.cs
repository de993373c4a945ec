using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>The person's map as files to take along: GraphML, and lists of entries and of ties. The person's own words only: other voices stay in the record.</summary>
/// <param name="At">The map at which moment; now when not said.</param>
public sealed record ExportNetworkQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<NetworkFiles>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>One map in each form that it can be taken along in; what is exported can be imported again.</summary>
/// <param name="GraphMl">One file, for Gephi, igraph and the like.</param>
/// <param name="Nodes">The list of entries as comma-separated values, with the columns of Network Canvas.</param>
/// <param name="Edges">The list of ties among them, likewise.</param>
public sealed record NetworkFiles(NetworkFile GraphMl, NetworkFile Nodes, NetworkFile Edges);

/// <summary>A file.</summary>
/// <param name="Name">What to call it; it says nothing of whose it is.</param>
/// <param name="Text">What it holds, as UTF-8.</param>
public sealed record NetworkFile(string Name, string MediaType, string Text);

internal sealed class ExportNetworkHandler(MapReader reader) : IRequestHandler<ExportNetworkQuery, NetworkFiles>
{
    public async Task<NetworkFiles> Handle(ExportNetworkQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var words = await reader.WordsAsync(query.ServiceUserId, null, cancellationToken);
        var map = ExchangedMap.Of(query.ServiceUserId, query.At is { } at ? history.At(at) : history.Latest(), words);
        return new NetworkFiles(
            new NetworkFile("network.graphml", "application/graphml+xml", GraphMl.Write(map)),
            new NetworkFile("network_attributeList.csv", "text/csv", NodeAndEdgeLists.Nodes(map)),
            new NetworkFile("network_edgeList.csv", "text/csv", NodeAndEdgeLists.Edges(map)));
    }
}
