namespace Barometre.Application.SocialNetwork.Contracts;

/// <summary>What other modules may know of a person's network; the person's rows must be open to the request, or nothing is found.</summary>
public interface INetworkReader
{
    /// <summary>Where these alters stand now, without their names; one that was never named is absent.</summary>
    Task<IReadOnlyList<KnownAlter>> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> alterIds, CancellationToken cancellationToken);

    /// <summary>The current map with its names, to be printed.</summary>
    Task<PrintedNetwork> MapNowAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The network at a glance, as it is now, in one statement.</summary>
    Task<NetworkOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>Where an alter stands in the person's life now.</summary>
public enum AlterStanding
{
    /// <summary>In the person's life.</summary>
    Present,

    /// <summary>Has left it, and may come back.</summary>
    Left,

    /// <summary>Turned out to be the same as another entry.</summary>
    Merged,
}

/// <summary>An alter of the map, without its name.</summary>
/// <param name="MergedInto">The entry that it is now; null unless merged.</param>
public sealed record KnownAlter(Guid AlterId, AlterStanding Standing, Guid? MergedInto);

/// <summary>The current map, to be printed.</summary>
/// <param name="Alters">Who is in the person's life, nearest first.</param>
/// <param name="Ties">Pairs of alters who know each other.</param>
/// <param name="French">The whole in sentences, in French.</param>
/// <param name="English">The same, in English.</param>
public sealed record PrintedNetwork(IReadOnlyList<PrintedAlter> Alters, IReadOnlyList<(Guid One, Guid Other)> Ties, IReadOnlyList<string> French, IReadOnlyList<string> English);

/// <summary>An alter, to be printed: what the person says, and nobody else.</summary>
/// <param name="Closeness">0 = far, 100 = as near as can be; null when it was not said.</param>
/// <param name="Angle">Degrees from the top, clockwise; null when it was never placed.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim.</param>
public sealed record PrintedAlter(Guid AlterId, string Name, int? Closeness, double? Angle, double? Radius);

/// <summary>The network at a glance.</summary>
/// <param name="Alters">How many are in the person's life now.</param>
/// <param name="Ties">How many pairs of them know each other.</param>
/// <param name="LastChangeAt">When the latest fact was noted; null for an empty network.</param>
/// <param name="LastSnapshotId">The latest moment that the person keeps.</param>
/// <param name="LastSnapshotAt">That moment.</param>
/// <param name="ChangedAt">For everybody who is or was on the map, when the server last received something about them.</param>
public sealed record NetworkOverview(
    int Alters, int Ties, DateTimeOffset? LastChangeAt, Guid? LastSnapshotId, DateTimeOffset? LastSnapshotAt, IReadOnlyList<DateTimeOffset> ChangedAt);
