using Barometre.Domain.Shared;

namespace Barometre.Application.SocialNetwork.Contracts;

/// <summary>What other modules may know of a person's network; the person's rows must be open to the request, or nothing is found.</summary>
public interface INetworkReader
{
    /// <summary>Where these alters stand now, without their names; one that was never named is absent.</summary>
    Task<IReadOnlyList<KnownAlter>> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> alterIds, CancellationToken cancellationToken);

    /// <summary>The current map with its names, to be printed.</summary>
    Task<PrintedNetwork> MapNowAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Every name that was ever given to an alter, merged and corrected ones too.</summary>
    Task<IReadOnlyList<string>> NamesAsync(Guid serviceUserId, CancellationToken cancellationToken);

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
/// <param name="Alters">Everybody who is or was on the map, longest known first; merged entries are one.</param>
/// <param name="Ties">Pairs of those present who know each other.</param>
/// <param name="LastSnapshotId">The latest moment that the person keeps.</param>
/// <param name="LastSnapshotAt">That moment.</param>
public sealed record NetworkOverview(IReadOnlyList<OverviewAlter> Alters, IReadOnlyList<OverviewPair> Ties, Guid? LastSnapshotId, DateTimeOffset? LastSnapshotAt);

/// <summary>An alter at a glance.</summary>
/// <param name="Kind"><c>person</c>, <c>animal</c>, <c>group</c> or <c>place</c>.</param>
/// <param name="Circle">The circle of life: <c>family</c>, <c>friends</c>…</param>
/// <param name="Present">False once it has left the person's life.</param>
/// <param name="Angle">Degrees from the top, clockwise; null when it was never placed.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim.</param>
/// <param name="Voices">How each voice sees the tie; one that said nothing is absent.</param>
/// <param name="ChangedAt">When the server last received something about it.</param>
public sealed record OverviewAlter(
    Guid Id, string Name, string Kind, string Circle, bool Present, double? Angle, double? Radius, IReadOnlyList<OverviewTie> Voices, DateTimeOffset ChangedAt);

/// <summary>The tie with an alter as one voice sees it.</summary>
/// <param name="Closeness">0 = far, 100 = as near as can be; null when it was not said.</param>
/// <param name="Quality">0 = hard, 100 = supportive; null when it was not said.</param>
/// <param name="Imported">The latest came out of a file: it is in that voice by the file’s word alone.</param>
public sealed record OverviewTie(Perspective Perspective, int? Closeness, int? Quality, bool Imported = false);

/// <summary>Two alters who know each other.</summary>
public sealed record OverviewPair(Guid OneId, Guid OtherId);
