namespace Barometre.Application.SocialNetwork.Contracts;

/// <summary>The person's map as files to take along: the person's own words only; their rows must be open to the request.</summary>
public interface INetworkFiles
{
    /// <summary>GraphML, and the lists of entries and of ties, of the map now.</summary>
    Task<IReadOnlyList<NetworkTextFile>> AllAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>A file of the map, to be kept as it is.</summary>
/// <param name="Name">What to call it; it says nothing of whose it is.</param>
/// <param name="Text">What it holds, as UTF-8.</param>
public sealed record NetworkTextFile(string Name, string Text);
