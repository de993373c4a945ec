using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>What the commands on an action have in common.</summary>
internal static class HeldActions
{
    /// <summary>An action held until the end of the command, with its goal, the goal's steps, and what its carrier may know.</summary>
    /// <exception cref="NotFound">No such action in this record.</exception>
    public static async Task<(PlanAction Action, Goal Goal)> HoldWithGoalAsync(
        this IAccomplishmentPlanDb db, Guid serviceUserId, Guid actionId, CancellationToken cancellationToken)
    {
        var action = await db.HoldActionAsync(serviceUserId, actionId, cancellationToken) ?? throw new NotFound();
        await db.CarriedActions.Where(carried => carried.ServiceUserId == serviceUserId && carried.ActionId == actionId).LoadAsync(cancellationToken);
        var goal = await db.Goals.Include(one => one.Steps).FirstAsync(one => one.ServiceUserId == serviceUserId && one.Id == action.GoalId, cancellationToken);
        return (action, goal);
    }

    /// <summary>The turns of an action in who carries it, and any turn with that id.</summary>
    public static Task<List<CarryingFact>> TurnsAsync(this IAccomplishmentPlanDb db, PlanAction action, Guid turnId, CancellationToken cancellationToken) =>
        db.CarryingFacts.Where(turn => turn.ServiceUserId == action.ServiceUserId && (turn.ActionId == action.Id || turn.Id == turnId)).ToListAsync(cancellationToken);
}
