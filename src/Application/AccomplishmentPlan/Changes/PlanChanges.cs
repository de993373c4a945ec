using System.Globalization;
using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Changes;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Barometre.Domain.Shared.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Changes;

/// <summary>Makes what somebody else proposed, by the plan's own commands, and says what waits there.</summary>
public sealed class PlanChanges(IAccomplishmentPlanDb db, IRecordKeys keys, IMediator mediator, TimeProvider time) : IPlanChanges
{
    public ProposedUse About(ProposedPlanChange change)
    {
        string?[] said =
        [
            Named(change.Goal, "RewordGoal"), Named(change.GoalState, "StepGoal"), Named(change.Levels, "WriteLevels"),
            Named(change.Action, "RewordAction"), Named(change.ActionState, "StepAction"), Named(change.Carrier, "AskCarrier"),
        ];
        return new ProposedUse(said.Count(one => one is not null) == 1 ? said.First(one => one is not null) : null, change.ThingId);
    }

    public string Says(ProposedPlanChange change) => change switch
    {
        { Goal: { } goal } => Line(
            [SameWords.Core(goal.Words), SameWords.Core(goal.Why ?? ""), goal.Domain, goal.Horizon, .. goal.Themes, "|", .. goal.Strengths ?? [], "|", .. goal.Alters ?? []]),
        { Levels: { } levels } => Line([.. levels.Words.Select(SameWords.Core), levels.Weight]),
        { Action: { } action } => Line([
            SameWords.Core(action.What), SameWords.Core(action.FirstStep ?? ""), action.StrengthId, action.Due,
            action.Recurrence?.Repeat, action.Recurrence?.Every, action.Recurrence?.From, .. action.Recurrence?.Days ?? []]),
        { Carrier: { } carrier } => Line([carrier.Kind, carrier.MemberId, SameWords.Core(carrier.Name ?? "")]),
        _ => Line([change.GoalState, change.ActionState]),
    };

    public async Task<int?> VersionAsync(Guid serviceUserId, ProposedPlanChange change, bool held, CancellationToken cancellationToken)
    {
        if (change.Action is null && change.ActionState is null && change.Carrier is null)
        {
            var goal = held ? await db.HoldGoalAsync(serviceUserId, change.ThingId, cancellationToken)
                : await db.Goals.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.Id == change.ThingId, cancellationToken);
            return goal?.State.IsTakenOn() == true ? goal.Version : null;
        }

        var action = held ? await db.HoldActionAsync(serviceUserId, change.ThingId, cancellationToken)
            : await db.Actions.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.Id == change.ThingId, cancellationToken);
        return action?.State.IsAgreed() == true ? action.Version : null;
    }

    public Task MakeAsync(Guid serviceUserId, ProposedPlanChange change, YesTo yes, CancellationToken cancellationToken)
    {
        var (thing, (fact, at, setting, present, _)) = (change.ThingId, yes);
        // The version was compared: what stands was read.
        var read = time.GetUtcNow();
        return change switch
        {
            { Goal: { } goal } => mediator.Send(new RewordGoalCommand(serviceUserId, thing, fact, goal, at, setting, present), cancellationToken),
            { GoalState: { } to } => mediator.Send(new StepGoalCommand(serviceUserId, thing, fact, to, change.Words, at, setting, present, read), cancellationToken),
            { Levels: { } levels } => mediator.Send(new WriteLevelsCommand(serviceUserId, thing, fact, levels.Words, levels.Weight, at, setting, present), cancellationToken),
            { Action: { } action } => mediator.Send(new RewordActionCommand(serviceUserId, thing, fact, action, at, setting, present), cancellationToken),
            { ActionState: { } to } => mediator.Send(new StepActionCommand(serviceUserId, thing, fact, to, at, setting, present, read), cancellationToken),
            _ => mediator.Send(new AskCarrierCommand(serviceUserId, thing, fact, change.Carrier!, at, setting, present), cancellationToken),
        };
    }

    public async Task<IReadOnlyList<WaitingThing>> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var goals = await db.Goals.AsNoTracking().Include(goal => goal.Wordings).Where(goal => goal.ServiceUserId == serviceUserId && goal.State == GoalState.Proposed).ToListAsync(cancellationToken);
        var actions = await db.Actions.AsNoTracking().Include(action => action.Wordings)
            .Where(action => action.ServiceUserId == serviceUserId && action.State == ActionState.Proposed).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return
        [
            // What the person wrote down to decide later is nobody's proposal.
            .. from goal in goals
               let first = goal.Wordings.Single(wording => wording.Id == goal.Id)
               where !first.IsThePersons
               select new WaitingThing("goal", goal.Id, null, key.Open(PlanColumns.GoalWords, goal.Wordings.InOrder().Last().WordsSealed), goal.WrittenBy, goal.Perspective, goal.At, first.RecordedAt),
            .. from action in actions
               let first = action.Wordings.Single(wording => wording.Id == action.Id)
               where !first.IsThePersons
               select new WaitingThing(
                   "action", action.Id, action.GoalId, key.Open(PlanColumns.ActionWhat, action.Wordings.InOrder().Last().WhatSealed), action.WrittenBy, action.Perspective, action.At, first.RecordedAt),
        ];
    }

    private static string? Named(object? part, string useCase) => part is null ? null : useCase;

    private static string Line(IEnumerable<object?> parts) => string.Join('\n', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
}
