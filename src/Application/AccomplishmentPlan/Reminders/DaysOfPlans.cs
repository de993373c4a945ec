using Barometre.Application.Participation.Contracts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>What has a day in the plans that are open to an account now: the open actions that it carries, and the next reviews.</summary>
internal sealed class DaysOfPlans(IAccomplishmentPlanDb db, IOpenRecordsReader records)
{
    private static readonly GoalState[] Holding = [.. Enum.GetValues<GoalState>().Where(state => state.Holds())];
    private static readonly ActionState[] Open = [.. Enum.GetValues<ActionState>().Where(state => state.IsOpen())];

    public async Task<(IReadOnlyList<CarriedDays> Carried, IReadOnlyList<ReviewDay> Reviews)> OfAsync(Guid accountId, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await records.OfAsync(accountId, Tab.Plan, cancellationToken);
        Guid[] people = [.. open.Select(record => record.ServiceUserId)];
        Guid[] own = [.. open.Where(record => record.IsOwn).Select(record => record.ServiceUserId)];
        return people.Length == 0 ? ([], []) : (await CarriedAsync(accountId, people, own, today, cancellationToken), await ReviewsAsync(people, cancellationToken));
    }

    private async Task<IReadOnlyList<CarriedDays>> CarriedAsync(Guid accountId, Guid[] people, Guid[] own, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.Actions.AsNoTracking()
            .Where(action => people.Contains(action.ServiceUserId) && action.Carrying == Carrying.Accepted && Open.Contains(action.State))
            .Where(action => (action.CarrierKind == CarrierKind.Person && own.Contains(action.ServiceUserId))
                || db.CarriedActions.Any(carried => carried.ServiceUserId == action.ServiceUserId && carried.ActionId == action.Id && carried.AccountId == accountId))
            .Where(action => db.Goals.Any(goal => goal.ServiceUserId == action.ServiceUserId && goal.Id == action.GoalId && Holding.Contains(goal.State)))
            .Select(action => new
            {
                action.ServiceUserId, action.GoalId, action.Id,
                Wording = db.ActionWordings.Where(wording => wording.ServiceUserId == action.ServiceUserId && wording.ActionId == action.Id)
                    .OrderByDescending(wording => wording.At).ThenByDescending(wording => wording.RecordedAt).ThenByDescending(wording => wording.Id).FirstOrDefault(),
                Mark = db.OccurrenceMarks.Where(mark => mark.ServiceUserId == action.ServiceUserId && mark.ActionId == action.Id && mark.Day == today)
                    .OrderByDescending(mark => mark.At).ThenByDescending(mark => mark.RecordedAt).ThenByDescending(mark => mark.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new CarriedDays(
            accountId, row.ServiceUserId, row.GoalId, row.Id, row.Wording?.Due, row.Wording?.Recurrence,
            row.Mark is { Outcome: not OccurrenceOutcome.Cleared } ? [today] : []))];
    }

    // The last review says when the next one is to be.
    private async Task<IReadOnlyList<ReviewDay>> ReviewsAsync(Guid[] people, CancellationToken cancellationToken) =>
        [.. (await db.Reviews.AsNoTracking().Where(review => people.Contains(review.ServiceUserId) && review.NextOn != null)
                .Where(review => !db.Reviews.Any(later => later.ServiceUserId == review.ServiceUserId
                    && (later.HeldOn > review.HeldOn || (later.HeldOn == review.HeldOn && later.RecordedAt > review.RecordedAt))))
                .Select(review => new { review.ServiceUserId, review.Id, review.NextOn }).ToListAsync(cancellationToken))
            .Select(review => new ReviewDay(review.ServiceUserId, review.Id, review.NextOn!.Value))];
}
