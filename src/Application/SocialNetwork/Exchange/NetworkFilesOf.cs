using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.SocialNetwork.Maps;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Writes a network, as it is now and with its whole history, in each form that it can be taken along in.</summary>
public sealed class NetworkFilesOf(MapReader reader) : INetworkFiles
{
    public async Task<IReadOnlyList<NetworkTextFile>> AllAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var files = await ExportedFiles.ReadAsync(reader, serviceUserId, null, cancellationToken);
        return [.. Enum.GetValues<NetworkFileKind>().Select(files.File).Select(file => new NetworkTextFile(file.Name, file.Text))];
    }
}
