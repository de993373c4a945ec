using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Makes the files of one network.</summary>
internal sealed class ExportedFiles(Guid serviceUserId, NetworkHistory history, DateTimeOffset at, MapWords words)
{
    public static async Task<ExportedFiles> ReadAsync(MapReader reader, Guid serviceUserId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(serviceUserId, FactsWanted.WithComments, cancellationToken);
        return new ExportedFiles(serviceUserId, history, at ?? DateTimeOffset.MaxValue, await reader.WordsAsync(serviceUserId, null, cancellationToken));
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
