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

    /// <summary>Reads several people's at once, but for what no figure is made of: marks, follow-up and reviews. Their rows must be open to the request; whoever has no plan is absent.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PlanHistory>> ReadForFiguresAsync(IAccomplishmentPlanDb db, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var zones = await db.Plans.AsNoTracking().Where(plan => people.Contains(plan.ServiceUserId)).ToDictionaryAsync(plan => plan.ServiceUserId, plan => plan.TimeZone, cancellationToken);
        var goals = (await db.Goals.AsNoTracking().Where(goal => people.Contains(goal.ServiceUserId)).OrderBy(goal => goal.At).ThenBy(goal => goal.Id).ToListAsync(cancellationToken))
            .ToLookup(goal => goal.ServiceUserId);
        var actions = (await db.Actions.AsNoTracking().Where(action => people.Contains(action.ServiceUserId)).OrderBy(action => action.At).ThenBy(action => action.Id).ToListAsync(cancellationToken))
            .ToLookup(action => action.ServiceUserId);
        var goalWordings = await OfAsync(db.GoalWordings, people, cancellationToken);
        var goalSteps = await OfAsync(db.GoalSteps, people, cancellationToken);
        var levels = await OfAsync(db.LevelWordings, people, cancellationToken);
        var ratings = await OfAsync(db.LevelRatings, people, cancellationToken);
        var actionWordings = await OfAsync(db.ActionWordings, people, cancellationToken);
        var actionSteps = await OfAsync(db.ActionSteps, people, cancellationToken);
        var turns = await OfAsync(db.CarryingFacts, people, cancellationToken);
        return goals.ToDictionary(person => person.Key, person => new PlanHistory
        {
            TimeZone = zones.GetValueOrDefault(person.Key, Plan.UsualTimeZone),
            Goals = [.. person],
            GoalWordings = goalWordings[person.Key].ToLookup(fact => fact.GoalId),
            GoalSteps = goalSteps[person.Key].ToLookup(fact => fact.GoalId),
            Levels = levels[person.Key].ToLookup(fact => fact.GoalId),
            Ratings = ratings[person.Key].ToLookup(fact => fact.GoalId),
            Actions = [.. actions[person.Key]],
            ActionWordings = actionWordings[person.Key].ToLookup(fact => fact.ActionId),
            ActionSteps = actionSteps[person.Key].ToLookup(fact => fact.ActionId),
            Turns = turns[person.Key].ToLookup(fact => fact.ActionId),
            Marks = Array.Empty<OccurrenceMark>().ToLookup(fact => fact.ActionId),
            FollowUps = Array.Empty<FollowUp>().ToLookup(fact => fact.GoalId),
            Reviews = [],
        });
    }

    private static async Task<ILookup<Guid, T>> OfAsync<T>(IQueryable<T> facts, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
        where T : NotedFact =>
        (await facts.AsNoTracking().Where(fact => people.Contains(fact.ServiceUserId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.ServiceUserId);

    private static async Task<ILookup<Guid, T>> OfAsync<T>(IQueryable<T> facts, Guid serviceUserId, Func<T, Guid> about, CancellationToken cancellationToken)
        where T : NotedFact =>
        (await facts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId).ToListAsync(cancellationToken)).ToLookup(about);
}

/// <summary>Where the days of a plan are counted.</summary>
public static class PlanTimeZone
{
    /// <summary>The person's, or the usual one when they have not said theirs.</summary>
    public static async Task<string> TimeZoneAsync(this IAccomplishmentPlanDb db, Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().Where(plan => plan.ServiceUserId == serviceUserId).Select(plan => plan.TimeZone).FirstOrDefaultAsync(cancellationToken) ?? Plan.UsualTimeZone;
}
