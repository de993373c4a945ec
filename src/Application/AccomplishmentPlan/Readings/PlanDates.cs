using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>The dates of a plan without a word of it, for whoever reminds.</summary>
internal static class PlanDates
{
    /// <summary>The agreed actions that remain to be done, of goals that hold; the person's rows must be open to the request.</summary>
    public static async Task<IReadOnlyList<DatedAction>> DatesAsync(this IAccomplishmentPlanDb db, Guid serviceUserId, CancellationToken cancellationToken)
    {
        var open = await (
            from action in db.Actions.AsNoTracking()
            join goal in db.Goals on new { action.ServiceUserId, Id = action.GoalId } equals new { goal.ServiceUserId, goal.Id }
            where action.ServiceUserId == serviceUserId && (action.State == ActionState.ToDo || action.State == ActionState.UnderWay)
                && (goal.State == GoalState.Adopted || goal.State == GoalState.UnderWay || goal.State == GoalState.Reached)
            select action).ToListAsync(cancellationToken);
        var ids = open.ConvertAll(action => action.Id);
        var wordings = (await db.ActionWordings.AsNoTracking().Where(wording => wording.ServiceUserId == serviceUserId && ids.Contains(wording.ActionId)).ToListAsync(cancellationToken))
            .ToLookup(wording => wording.ActionId);
        var marks = (await db.OccurrenceMarks.AsNoTracking().Where(mark => mark.ServiceUserId == serviceUserId && ids.Contains(mark.ActionId)).ToListAsync(cancellationToken))
            .ToLookup(mark => mark.ActionId);
        return [.. open.Select(action => new DatedAction(
            action.GoalId, action.Id, wordings[action.Id].InOrder().Last(), ActionDays.Settled(marks[action.Id]).Keys.ToHashSet(), action.Carrying, action.CarrierKind, action.CarrierMemberId))];
    }
}

/// <summary>When an open action is due, and who carries it.</summary>
/// <param name="Wording">Its due day and how it comes back.</param>
/// <param name="Settled">The days of which something was said.</param>
internal sealed record DatedAction(
    Guid GoalId, Guid ActionId, ActionWording Wording, IReadOnlySet<DateOnly> Settled, Carrying Carrying, CarrierKind? CarrierKind, Guid? CarrierMemberId);
