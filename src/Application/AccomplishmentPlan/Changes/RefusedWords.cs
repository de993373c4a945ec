using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Changes;

/// <summary>Holds whoever proposes to the noes that the person gave. Words are sealed: they are compared here, not by the database.</summary>
internal static class RefusedWords
{
    /// <exception cref="RuleViolation">The person said no to a goal in these words.</exception>
    public static async Task RequireNewGoalAsync(this IAccomplishmentPlanDb db, Noting noting, string words, IRecordKey key, CancellationToken cancellationToken)
    {
        if (!noting.IsThePersons)
        {
            var refused = await db.GoalWordings.AsNoTracking().Where(wording => wording.ServiceUserId == noting.ServiceUserId)
                .Where(wording => db.Goals.Any(goal => goal.ServiceUserId == noting.ServiceUserId && goal.Id == wording.GoalId && goal.State == GoalState.Declined))
                .Select(wording => wording.WordsSealed).ToListAsync(cancellationToken);
            noting.RequireNotRefused(words, refused.Select(each => key.Open(PlanColumns.GoalWords, each)));
        }
    }

    /// <summary>The same of an action, among those of its goal: the same thing may well serve two goals.</summary>
    public static async Task RequireNewActionAsync(this IAccomplishmentPlanDb db, Noting noting, Guid goalId, string what, IRecordKey key, CancellationToken cancellationToken)
    {
        if (!noting.IsThePersons)
        {
            var refused = await db.ActionWordings.AsNoTracking().Where(wording => wording.ServiceUserId == noting.ServiceUserId)
                .Where(wording => db.Actions.Any(action =>
                    action.ServiceUserId == noting.ServiceUserId && action.Id == wording.ActionId && action.GoalId == goalId && action.State == ActionState.Declined))
                .Select(wording => wording.WhatSealed).ToListAsync(cancellationToken);
            noting.RequireNotRefused(what, refused.Select(each => key.Open(PlanColumns.ActionWhat, each)));
        }
    }
}
