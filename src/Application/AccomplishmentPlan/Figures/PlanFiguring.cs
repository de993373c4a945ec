using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>Computes the figures of some people's plans from their facts and keeps what differs: as many statements for many people as for one.</summary>
public sealed class PlanFiguring(IAccomplishmentPlanDb db, TimeProvider time)
{
    /// <summary>How many rows differed; the people's rows must be open to the request.</summary>
    public async Task<int> OfAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        await db.HoldFiguresAsync(people, cancellationToken);
        var histories = await PlanHistory.ReadForFiguresAsync(db, people, cancellationToken);
        var summaries = await db.Summaries.Where(row => people.Contains(row.ServiceUserId)).ToDictionaryAsync(row => row.ServiceUserId, cancellationToken);
        var attainments = (await db.Attainments.Where(row => people.Contains(row.ServiceUserId)).ToListAsync(cancellationToken)).ToLookup(row => row.ServiceUserId);
        var differing = people.Sum(person =>
            Summarise(person, histories.GetValueOrDefault(person), summaries.GetValueOrDefault(person))
            + Attain(person, histories.GetValueOrDefault(person), attainments[person].ToDictionary(row => row.Perspective)));
        await db.SaveChangesAsync(cancellationToken);
        return differing;
    }

    private int Summarise(Guid person, PlanHistory? history, PlanSummary? kept)
    {
        if (history is null)
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

    private int Attain(Guid person, PlanHistory? history, Dictionary<Perspective, AttainmentFigure> kept)
    {
        var differing = 0;
        foreach (var voice in Enum.GetValues<Perspective>())
        {
            var row = kept.GetValueOrDefault(voice);
            if (history is null || AttainmentSeries.At(history, history.Goals, voice, DateTimeOffset.MaxValue) is not { } point)
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
