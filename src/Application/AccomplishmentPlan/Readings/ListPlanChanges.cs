using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>What became known of the plan since a time, newest first: ids, kinds and who, without a word.</summary>
/// <param name="Since">By the server's clock: what a device noted earlier and sent later is here.</param>
public sealed record ListPlanChangesQuery(Guid ServiceUserId, DateTimeOffset Since, string? Cursor, int Limit) : IQuery<Page<PlanChange>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>What was noted.</summary>
public enum PlanChangeKind
{
    GoalWorded,
    GoalStepped,
    LevelsWritten,
    LevelRated,
    ActionWorded,
    ActionStepped,
    CarryingChanged,
    DayMarked,
    FollowedUp,
    Reviewed,
}

/// <summary>Something that was noted in the plan.</summary>
/// <param name="FactId">The fact's own id.</param>
/// <param name="GoalId">Null for a review.</param>
/// <param name="ActionId">Null for what is about a goal or the plan.</param>
/// <param name="At">The time that counts.</param>
public sealed record PlanChange(
    Guid FactId, PlanChangeKind Kind, Guid? GoalId, Guid? ActionId, DateTimeOffset At, DateTimeOffset RecordedAt, Guid AuthorId, Perspective Perspective, Setting Setting);

internal sealed class ListPlanChangesValidator : AbstractValidator<ListPlanChangesQuery>
{
    public ListPlanChangesValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListPlanChangesHandler(IAccomplishmentPlanDb db) : IRequestHandler<ListPlanChangesQuery, Page<PlanChange>>
{
    public async Task<Page<PlanChange>> Handle(ListPlanChangesQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var history = await PlanHistory.ReadAsync(db, query.ServiceUserId, cancellationToken);
        var changes = All(history)
            .Where(change => change.RecordedAt > query.Since && (change.RecordedAt < after.At || (change.RecordedAt == after.At && change.FactId.CompareTo(after.Id) < 0)))
            .OrderByDescending(change => change.RecordedAt).ThenByDescending(change => change.FactId)
            .Take(query.Limit + 1).ToList();
        return Place.Page(changes, query.Limit, change => new Place(change.RecordedAt, change.FactId));
    }

    private static IEnumerable<PlanChange> All(PlanHistory history)
    {
        var goals = history.Actions.ToDictionary(action => action.Id, action => action.GoalId);
        return
        [
            .. history.GoalWordings.SelectMany(facts => facts, (goal, fact) => Of(fact, PlanChangeKind.GoalWorded, goal.Key)),
            .. history.GoalSteps.SelectMany(facts => facts, (goal, fact) => Of(fact, PlanChangeKind.GoalStepped, goal.Key)),
            .. history.Levels.SelectMany(facts => facts, (goal, fact) => Of(fact, PlanChangeKind.LevelsWritten, goal.Key)),
            .. history.Ratings.SelectMany(facts => facts, (goal, fact) => Of(fact, PlanChangeKind.LevelRated, goal.Key)),
            .. history.ActionWordings.SelectMany(facts => facts, (action, fact) => Of(fact, PlanChangeKind.ActionWorded, goals[action.Key], action.Key)),
            .. history.ActionSteps.SelectMany(facts => facts, (action, fact) => Of(fact, PlanChangeKind.ActionStepped, goals[action.Key], action.Key)),
            .. history.Turns.SelectMany(facts => facts, (action, fact) => Of(fact, PlanChangeKind.CarryingChanged, goals[action.Key], action.Key)),
            .. history.Marks.SelectMany(facts => facts, (action, fact) => Of(fact, PlanChangeKind.DayMarked, goals[action.Key], action.Key)),
            .. history.FollowUps.SelectMany(facts => facts, (goal, fact) => Of(fact, PlanChangeKind.FollowedUp, goal.Key, fact.ActionId)),
            .. history.Reviews.Select(review => Of(review, PlanChangeKind.Reviewed, null)),
        ];
    }

    private static PlanChange Of(NotedFact fact, PlanChangeKind kind, Guid? goal, Guid? action = null) =>
        new(fact.Id, kind, goal, action, fact.At, fact.RecordedAt, fact.AuthorId, fact.Perspective, fact.Setting);
}
