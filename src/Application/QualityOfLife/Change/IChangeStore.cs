using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Reads the facts and keeps the indicators of many people with few statements, in the command's transaction.</summary>
public interface IChangeStore
{
    /// <summary>Whoever has facts, in the database's order.</summary>
    Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken);

    /// <summary>Makes any other recomputation of the person wait for the end of this transaction, so that the last to write has read the newest facts.</summary>
    Task HoldAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>The same for several people, whose rows this opens: the access decision was about nobody's record.</summary>
    Task HoldManyAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken);

    /// <summary>The answers that count, of these people: in the order of <see cref="PeopleAsync"/>.</summary>
    Task<IReadOnlyList<PersonFacts>> ReadAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken);

    /// <summary>The answers that count and that <paramref name="reader"/> may see, on one theme or, when null, on all, voice by voice; the person's rows must be open to the request.</summary>
    Task<IReadOnlyList<ThemeFacts>> ReadShownAsync(Guid serviceUserId, string? theme, RatingReader reader, CancellationToken cancellationToken);

    /// <summary>What a person's kept indicators were computed from, by theme and perspective; those of another method are left out.</summary>
    Task<IReadOnlyDictionary<(string Theme, Perspective Perspective), long>> InputsAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Makes what is kept of these people equal to what was computed, touching only the rows that differ; returns how many did.</summary>
    /// <param name="themes">The themes whose change was computed; all when null.</param>
    Task<int> WriteAsync(
        IReadOnlyList<Guid> people, IReadOnlySet<string>? themes, IReadOnlyList<PersonIndicators> computed, DateTimeOffset computedAt, CancellationToken cancellationToken);
}
