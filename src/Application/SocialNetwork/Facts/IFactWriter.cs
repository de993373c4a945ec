using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Facts;

/// <summary>Appends facts of one person's network, and tells that it changed, in one statement and one round trip.</summary>
public interface IFactWriter
{
    /// <summary>Adds the facts whose ids are not there yet and returns their ids.</summary>
    Task<IReadOnlySet<Guid>> AddAsync(Guid serviceUserId, IReadOnlyList<NetworkFact> facts, CancellationToken cancellationToken);
}

/// <summary>Reads the facts of one person's network; the person's rows must be open to the request.</summary>
public interface IFactReadings
{
    /// <summary>The facts in the order of their time, in one statement.</summary>
    Task<IReadOnlyList<NetworkFact>> ReadAsync(Guid serviceUserId, FactsWanted wanted, CancellationToken cancellationToken);
}

/// <summary>Which facts to read, and how whole.</summary>
public enum FactsWanted
{
    /// <summary>All, without the comments on ties.</summary>
    WithoutComments,

    /// <summary>All, whole.</summary>
    WithComments,

    /// <summary>Those that name or drop snapshots.</summary>
    OfSnapshots,

    /// <summary>All, but only who, whom and when: for those who count and compare.</summary>
    OfStanding,

    /// <summary>Those from which it follows who is there and how each voice sees the tie, and no more of them: for what moved.</summary>
    OfMoves,
}
