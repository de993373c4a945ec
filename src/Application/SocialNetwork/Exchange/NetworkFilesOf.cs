using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Writes a map in each form that it can be taken along in.</summary>
public sealed class NetworkFilesOf(MapReader reader) : INetworkFiles
{
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="at">The map at which moment; now when not said.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<NetworkFiles> WriteAsync(Guid serviceUserId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(serviceUserId, FactsWanted.WithComments, cancellationToken);
        var words = await reader.WordsAsync(serviceUserId, null, cancellationToken);
        var map = ExchangedMap.Of(serviceUserId, at is { } moment ? history.At(moment) : history.Latest(), words);
        return new NetworkFiles(
            new NetworkFile("network.graphml", "application/graphml+xml", GraphMl.Write(map)),
            new NetworkFile("network_attributeList.csv", "text/csv", NodeAndEdgeLists.Nodes(map)),
            new NetworkFile("network_edgeList.csv", "text/csv", NodeAndEdgeLists.Edges(map)));
    }

    public async Task<IReadOnlyList<NetworkTextFile>> AllAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var files = await WriteAsync(serviceUserId, null, cancellationToken);
        return [.. new[] { files.GraphMl, files.Nodes, files.Edges }.Select(file => new NetworkTextFile(file.Name, file.Text))];
    }
}
