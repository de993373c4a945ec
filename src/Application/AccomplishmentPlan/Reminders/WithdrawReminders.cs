using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Takes back the reminders about a person's plan that have no reason any more: done, dropped, given back, answered, put on another day. Returns how many.</summary>
public sealed record WithdrawRemindersCommand(Guid ServiceUserId) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class WithdrawRemindersHandler(IAccomplishmentPlanDb plans, IRemindersDb db, TimeProvider time) : IRequestHandler<WithdrawRemindersCommand, int>
{
    public async Task<int> Handle(WithdrawRemindersCommand command, CancellationToken cancellationToken)
    {
        var person = command.ServiceUserId;
        var standing = await db.Reminders.Where(one => one.ServiceUserId == person && one.WithdrawnAt == null && !ReminderKinds.OfTheLaw.Contains(one.Kind)).ToListAsync(cancellationToken);
        if (standing.Count == 0)
        {
            return 0;
        }

        var ids = standing.ConvertAll(one => one.SubjectId).ToArray();
        var holding = (await plans.Goals.AsNoTracking().Where(goal => goal.ServiceUserId == person).Select(goal => new { goal.Id, goal.State }).ToListAsync(cancellationToken))
            .Where(goal => goal.State.Holds()).Select(goal => goal.Id).ToHashSet();
        var actions = (await plans.Actions.AsNoTracking().Include(action => action.Wordings).Where(action => action.ServiceUserId == person && ids.Contains(action.Id))
            .ToListAsync(cancellationToken)).Where(action => holding.Contains(action.GoalId) && action.State.IsOpen()).ToDictionary(action => action.Id);
        var review = await plans.Reviews.AsNoTracking().Where(one => one.ServiceUserId == person).OrderByDescending(one => one.HeldOn).ThenByDescending(one => one.RecordedAt)
            .Select(one => new { one.Id, one.NextOn }).FirstOrDefaultAsync(cancellationToken);
        var over = standing.FindAll(one => one.Kind == ReminderKind.ReviewNear
            ? review is null || one.SubjectId != review.Id || one.Day != review.NextOn
            : !actions.TryGetValue(one.SubjectId, out var action) || !StillHolds(one, action));
        over.ForEach(one => one.Withdraw(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }

    private static bool StillHolds(Reminder reminder, PlanAction action)
    {
        var now = action.Wordings.OrderBy(wording => wording.At).ThenBy(wording => wording.RecordedAt).ThenBy(wording => wording.Id).Last();
        return reminder.Kind switch
        {
            ReminderKind.Asked => action.Carrying == Carrying.Asked,
            ReminderKind.DueSoon or ReminderKind.Late => action.Carrying == Carrying.Accepted && now.Recurrence is null && now.Due == reminder.Day,
            ReminderKind.Today => action.Carrying == Carrying.Accepted && now.Recurrence?.FallsOn(reminder.Day) == true && !(reminder.Day > now.Due),
            _ => action.Carrying == Carrying.Accepted,
        };
    }
}
