using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>Reads the facts and keeps the measures of many people with few statements, in the command's transaction.</summary>
public interface IMeasureStore
{
    /// <summary>Whoever has facts, in the database's order.</summary>
    Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken);

    /// <summary>Makes any other recomputation of these people wait for the end of this transaction, so that the last to write has read the newest facts.</summary>
    /// <param name="open">Opens their rows too: the access decision was about nobody's record.</param>
    Task HoldAsync(IReadOnlyList<Guid> people, bool open, CancellationToken cancellationToken);

    /// <summary>The facts of these people, without any words.</summary>
    Task<ILookup<Guid, NetworkFact>> ReadAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken);

    /// <summary>Makes what is kept of these people equal to what was computed, touching only the rows that differ; returns how many did.</summary>
    Task<int> WriteAsync(IReadOnlyList<Guid> people, IReadOnlyList<NetworkMeasure> computed, DateTimeOffset computedAt, CancellationToken cancellationToken);
}
