using Barometre.Domain.Strengths;

namespace Barometre.Application.Strengths.Catalogue;

/// <summary>The published catalogues of strengths; content, the same for everybody, kept in memory.</summary>
public interface IStrengthCatalogues
{
    /// <summary>A version, the newest when none is named; null when there is no such version.</summary>
    ValueTask<StrengthCatalogue?> FindAsync(string? version, CancellationToken cancellationToken);

    /// <summary>Whether any published version suggests it.</summary>
    ValueTask<bool> SuggestsAsync(string suggestion, CancellationToken cancellationToken);
}
