using Barometre.Application.AccomplishmentPlan;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.AccomplishmentPlan.Readings;

/// <summary>What other modules read of this one.</summary>
internal sealed class PlanReader(IAccomplishmentPlanDb db, PlanPictures pictures, PlanOverviewSql overview, TimeProvider time) : IPlanReader
{
    public async Task<IReadOnlyList<StrengthUse>> StrengthUsesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var goals = await db.Goals.AsNoTracking().Where(goal => goal.ServiceUserId == serviceUserId)
            .Select(goal => new { goal.Id, goal.State }).ToDictionaryAsync(goal => goal.Id, goal => goal.State, cancellationToken);
        var actions = await db.Actions.AsNoTracking().Where(action => action.ServiceUserId == serviceUserId)
            .Select(action => new { action.Id, action.GoalId, action.State }).ToDictionaryAsync(action => action.Id, cancellationToken);
        var wordings = await db.ActionWordings.AsNoTracking().Where(wording => wording.ServiceUserId == serviceUserId).ToListAsync(cancellationToken);
        return
        [
            .. wordings.GroupBy(wording => wording.ActionId).Select(action => (action.InOrder().Last().StrengthId, Action: actions[action.Key]))
                .Where(used => used.StrengthId is not null && used.Action.State.IsAgreed())
                .GroupBy(used => used.StrengthId!.Value).OrderBy(strength => strength.Key)
                .Select(strength => new StrengthUse(
                    strength.Key, strength.Count(used => used.Action.State.IsOpen() && goals[used.Action.GoalId].Holds()), strength.Count())),
        ];
    }

    public async Task<IReadOnlyList<StarGoal>> StarGoalsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var goals = await db.Goals.AsNoTracking().Where(goal => goal.ServiceUserId == serviceUserId && goal.State != GoalState.Proposed && goal.State != GoalState.Declined)
            .OrderBy(goal => goal.At).ThenBy(goal => goal.Id).Select(goal => new { goal.Id, goal.State }).ToListAsync(cancellationToken);
        var wordings = (await db.GoalWordings.AsNoTracking().Where(wording => wording.ServiceUserId == serviceUserId).ToListAsync(cancellationToken)).ToLookup(wording => wording.GoalId);
        return [.. goals.SelectMany(goal => wordings[goal.Id].InOrder().Last().Themes.Select(theme => new StarGoal(theme, goal.Id, Words.Of(goal.State))))];
    }

    public async Task<PlanInWords> PlanNowAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var plan = await pictures.NowAsync(serviceUserId, cancellationToken);
        return new PlanInWords(plan.TimeZone, plan.Today, [.. plan.Goals.Where(goal => goal.State.IsTakenOn()).Select(InWords)]);
    }

    public async Task<DateOnly> TodayAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        ActionDays.Today(await db.TimeZoneAsync(serviceUserId, cancellationToken), time.GetUtcNow());

    public Task<PlanOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken) => overview.ReadAsync(serviceUserId, cancellationToken);

    public async Task<IReadOnlyList<KnownPlanThing>> ThingsAsync(Guid serviceUserId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        Guid[] named = [.. ids];
        var goals = db.Goals.AsNoTracking().Where(goal => goal.ServiceUserId == serviceUserId && named.Contains(goal.Id))
            .Select(goal => new { goal.Id, Kind = 0, Counts = goal.State != GoalState.SetAside && goal.State != GoalState.Declined });
        var actions = db.Actions.AsNoTracking().Where(action => action.ServiceUserId == serviceUserId && named.Contains(action.Id))
            .Select(action => new { action.Id, Kind = 1, Counts = action.State != ActionState.Dropped && action.State != ActionState.Declined });
        var followUps = db.FollowUps.AsNoTracking().Where(followUp => followUp.ServiceUserId == serviceUserId && named.Contains(followUp.Id))
            .Select(followUp => new { followUp.Id, Kind = 2, Counts = true });
        var found = await goals.Concat(actions).Concat(followUps).ToListAsync(cancellationToken);
        return found.ConvertAll(thing => new KnownPlanThing((PlanThingKind)thing.Kind, thing.Id, thing.Counts));
    }

    private static GoalInWords InWords(GoalView goal) => new(
        goal.GoalId, Words.Of(goal.State), goal.Words, goal.Why, goal.Domain, goal.Horizon, [.. goal.Themes.Select(theme => theme.Code)], goal.Levels?.Words ?? [],
        [.. goal.Actions.Where(action => action.State.IsAgreed()).Select(InWords)], Others(goal.WordsBy));

    private static ActionInWords InWords(ActionView action)
    {
        var carrier = action.Carrier is { Carrying: Carrying.Accepted, Left: false } carries ? carries : null;
        return new ActionInWords(
            action.ActionId, Words.Of(action.State), action.What, action.FirstStep, carrier is null ? null : Words.Of(carrier.Kind), carrier?.Name,
            action.Due, action.NextOn, action.Recurrence is not null, action.Late, Others(action.WordsBy));
    }

    private static Perspective? Others(WriterView words) => words.Perspective == Perspective.ServiceUser || words.Setting == Setting.Joint ? null : words.Perspective;
}
