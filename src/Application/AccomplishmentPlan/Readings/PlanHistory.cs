using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>Everything that was noted in one person's plan: what is shown of it at any time is read from here.</summary>
internal sealed class PlanHistory
{
    public required string TimeZone { get; init; }

    public required IReadOnlyList<Goal> Goals { get; init; }

    public required ILookup<Guid, GoalWording> GoalWordings { get; init; }

    public required ILookup<Guid, GoalStep> GoalSteps { get; init; }

    public required ILookup<Guid, LevelWording> Levels { get; init; }

    public required ILookup<Guid, LevelRating> Ratings { get; init; }

    public required IReadOnlyList<PlanAction> Actions { get; init; }

    public required ILookup<Guid, ActionWording> ActionWordings { get; init; }

    public required ILookup<Guid, ActionStep> ActionSteps { get; init; }

    public required ILookup<Guid, CarryingFact> Turns { get; init; }

    public required ILookup<Guid, OccurrenceMark> Marks { get; init; }

    /// <summary>By goal.</summary>
    public required ILookup<Guid, FollowUp> FollowUps { get; init; }

    public required IReadOnlyList<Review> Reviews { get; init; }

    /// <summary>Reads it; the person's rows must be open to the request.</summary>
    public static async Task<PlanHistory> ReadAsync(IAccomplishmentPlanDb db, Guid serviceUserId, CancellationToken cancellationToken) => new()
    {
        TimeZone = await db.TimeZoneAsync(serviceUserId, cancellationToken),
        Goals = await db.Goals.AsNoTracking().Where(goal => goal.ServiceUserId == serviceUserId).OrderBy(goal => goal.At).ThenBy(goal => goal.Id).ToListAsync(cancellationToken),
        GoalWordings = await OfAsync(db.GoalWordings, serviceUserId, fact => fact.GoalId, cancellationToken),
        GoalSteps = await OfAsync(db.GoalSteps, serviceUserId, fact => fact.GoalId, cancellationToken),
        Levels = await OfAsync(db.LevelWordings, serviceUserId, fact => fact.GoalId, cancellationToken),
        Ratings = await OfAsync(db.LevelRatings, serviceUserId, fact => fact.GoalId, cancellationToken),
        Actions = await db.Actions.AsNoTracking().Where(action => action.ServiceUserId == serviceUserId).OrderBy(action => action.At).ThenBy(action => action.Id).ToListAsync(cancellationToken),
        ActionWordings = await OfAsync(db.ActionWordings, serviceUserId, fact => fact.ActionId, cancellationToken),
        ActionSteps = await OfAsync(db.ActionSteps, serviceUserId, fact => fact.ActionId, cancellationToken),
        Turns = await OfAsync(db.CarryingFacts, serviceUserId, fact => fact.ActionId, cancellationToken),
        Marks = await OfAsync(db.OccurrenceMarks, serviceUserId, fact => fact.ActionId, cancellationToken),
        FollowUps = await OfAsync(db.FollowUps, serviceUserId, fact => fact.GoalId, cancellationToken),
        Reviews = await db.Reviews.AsNoTracking().Where(review => review.ServiceUserId == serviceUserId).ToListAsync(cancellationToken),
    };

    private static async Task<ILookup<Guid, T>> OfAsync<T>(IQueryable<T> facts, Guid serviceUserId, Func<T, Guid> about, CancellationToken cancellationToken)
        where T : NotedFact =>
        (await facts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId).ToListAsync(cancellationToken)).ToLookup(about);
}

/// <summary>Where the days of a plan are counted.</summary>
internal static class PlanTimeZone
{
    /// <summary>The person's, or the usual one when they have not said theirs.</summary>
    public static async Task<string> TimeZoneAsync(this IAccomplishmentPlanDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().Where(plan => plan.ServiceUserId == serviceUserId).Select(plan => plan.TimeZone).FirstOrDefaultAsync(cancellationToken) ?? Plan.UsualTimeZone;
}
