using Barometre.Application.Shared.Changes;

namespace Barometre.Application.QualityOfLife.Contracts;

/// <summary>The changes of a person's stars that others may propose.</summary>
public interface IStarChanges : IProposedChanges<ProposedStars>;

/// <summary>Stars as they would be.</summary>
/// <param name="Themes">The whole list, most important first, at most three.</param>
public sealed record ProposedStars(IReadOnlyList<string> Themes);
