using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.Shared.Changes;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;

namespace Barometre.Application.AccomplishmentPlan.Contracts;

/// <summary>A plan's changes that others may propose.</summary>
public interface IPlanChanges : IProposedChanges<ProposedPlanChange>;

/// <summary>A change of a goal or an action: one of its parts, and one only.</summary>
/// <param name="ThingId">The goal, or the action.</param>
/// <param name="Goal">All that the goal would say.</param>
/// <param name="GoalState">Where the goal would stand.</param>
/// <param name="Words">With a state of the goal: why; at most 2,000 characters.</param>
/// <param name="Levels">The goal's five levels in words.</param>
/// <param name="Action">All that the action would say.</param>
/// <param name="ActionState">Where the action would stand.</param>
/// <param name="Carrier">Who would be asked to carry the action.</param>
public sealed record ProposedPlanChange(
    Guid ThingId, GoalText? Goal = null, GoalState? GoalState = null, string? Words = null, ProposedLevels? Levels = null, ActionText? Action = null, ActionState? ActionState = null,
    CarrierText? Carrier = null);

/// <summary>A goal's levels as they would be written.</summary>
/// <param name="Words">Five, from much less than hoped (−2) to much more than hoped (+2).</param>
/// <param name="Weight">1 to 10: how much the goal counts beside the others.</param>
public sealed record ProposedLevels(IReadOnlyList<string> Words, int Weight = 1);
