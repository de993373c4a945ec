using Barometre.Application.Shared.Changes;
using Barometre.Application.Strengths.Items;

namespace Barometre.Application.Strengths.Contracts;

/// <summary>The changes of a person's strengths that others may propose.</summary>
public interface IStrengthChanges : IProposedChanges<ProposedStrengthChange>;

/// <summary>A change of one strength, or of the order of all: one of its parts, and one only.</summary>
/// <param name="StrengthId">The strength; none for the order.</param>
/// <param name="Strength">All that the strength would say.</param>
/// <param name="Retired">True to set it aside, false to take it up again.</param>
/// <param name="Order">The strengths in order, and the pins.</param>
public sealed record ProposedStrengthChange(Guid? StrengthId = null, SaidStrength? Strength = null, bool? Retired = null, ProposedOrder? Order = null);

/// <summary>An order of the strengths as it would be.</summary>
/// <param name="Order">The whole order.</param>
/// <param name="Pinned">The whole list of pins.</param>
public sealed record ProposedOrder(IReadOnlyList<Guid> Order, IReadOnlyList<Guid> Pinned);
