using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>Recomputes the figures of one person's plan from the facts; done twice, or by two nodes at once, it leaves the same rows. Returns how many rows differed.</summary>
public sealed record RecomputePlanCommand(Guid ServiceUserId) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.Plan);
}

internal sealed class RecomputePlanHandler(IAccomplishmentPlanDb db, TimeProvider time) : IRequestHandler<RecomputePlanCommand, int>
{
    public async Task<int> Handle(RecomputePlanCommand command, CancellationToken cancellationToken)
    {
        await db.HoldFiguresAsync(command.ServiceUserId, cancellationToken);
        var history = await PlanHistory.ReadAsync(db, command.ServiceUserId, cancellationToken);
        var differing = await SummariseAsync(command.ServiceUserId, history, cancellationToken) + await AttainAsync(command.ServiceUserId, history, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return differing;
    }

    private async Task<int> SummariseAsync(Guid person, PlanHistory history, CancellationToken cancellationToken)
    {
        var kept = await db.Summaries.FirstOrDefaultAsync(row => row.ServiceUserId == person, cancellationToken);
        if (history.Goals.Count == 0)
        {
            db.Summaries.RemoveRange(kept is null ? [] : [kept]);
            return kept is null ? 0 : 1;
        }

        if (kept is null)
        {
            kept = PlanSummary.For(person);
            db.Summaries.Add(kept);
        }

        var goals = history.Goals.Where(goal => goal.State.IsTakenOn()).Select(goal => goal.Id).ToHashSet();
        var outcomes = history.Actions.Where(action => goals.Contains(action.GoalId) && action.State.IsAgreed() && action.State != ActionState.Dropped).Select(action => Outcome(action, history)).ToList();
        return kept.Become(PlanFigures.Of([.. history.Goals.Select(goal => goal.State)], outcomes), Mark(history), time.GetUtcNow()) ? 1 : 0;
    }

    private async Task<int> AttainAsync(Guid person, PlanHistory history, CancellationToken cancellationToken)
    {
        var kept = await db.Attainments.Where(row => row.ServiceUserId == person).ToDictionaryAsync(row => row.Perspective, cancellationToken);
        var differing = 0;
        foreach (var voice in Enum.GetValues<Perspective>())
        {
            var row = kept.GetValueOrDefault(voice);
            if (AttainmentSeries.At(history, history.Goals, voice, DateTimeOffset.MaxValue) is not { } point)
            {
                db.Attainments.RemoveRange(row is null ? [] : [row]);
                differing += row is null ? 0 : 1;
                continue;
            }

            if (row is null)
            {
                row = AttainmentFigure.For(person, voice);
                db.Attainments.Add(row);
            }

            var inputs = history.Ratings.SelectMany(ratings => ratings).Where(rating => rating.Perspective == voice).Select(rating => rating.Id)
                .Concat(history.GoalSteps.SelectMany(steps => steps).Select(step => step.Id)).Concat(history.Levels.SelectMany(levels => levels).Select(levels => levels.Id));
            differing += row.Become(point.T, point.Goals, FactSet.Mark(inputs), time.GetUtcNow()) ? 1 : 0;
        }

        return differing;
    }

    private static ActionOutcome Outcome(PlanAction action, PlanHistory history)
    {
        var wording = history.ActionWordings[action.Id].InOrder().Last();
        DateOnly? doneOn = action.State == ActionState.Done ? ActionDays.Today(history.TimeZone, action.StateSince) : null;
        return new ActionOutcome(action.Carrying == Carrying.Accepted ? action.CarrierKind : null, wording.Recurrence is null ? wording.Due : null, doneOn);
    }

    private static long Mark(PlanHistory history) => FactSet.Mark(
        history.GoalSteps.SelectMany(steps => steps).Select(step => step.Id)
            .Concat(history.ActionSteps.SelectMany(steps => steps).Select(step => step.Id))
            .Concat(history.ActionWordings.SelectMany(wordings => wordings).Select(wording => wording.Id))
            .Concat(history.Turns.SelectMany(turns => turns).Select(turn => turn.Id)));
}
