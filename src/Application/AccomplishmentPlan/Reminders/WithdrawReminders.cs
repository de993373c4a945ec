using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Takes back the reminders of actions that have no reason any more: done, dropped, or due on another day. Returns how many.</summary>
public sealed record WithdrawRemindersCommand(Guid ServiceUserId, IReadOnlyList<Guid> ActionIds) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class WithdrawRemindersHandler(IAccomplishmentPlanDb plans, IRemindersDb db, TimeProvider time) : IRequestHandler<WithdrawRemindersCommand, int>
{
    public async Task<int> Handle(WithdrawRemindersCommand command, CancellationToken cancellationToken)
    {
        var ids = command.ActionIds.ToArray();
        var standing = await db.Reminders.Where(one => one.ServiceUserId == command.ServiceUserId && ids.Contains(one.SubjectId) && one.WithdrawnAt == null).ToListAsync(cancellationToken);
        if (standing.Count == 0)
        {
            return 0;
        }

        var actions = await plans.Actions.AsNoTracking().Include(action => action.Wordings)
            .Where(action => action.ServiceUserId == command.ServiceUserId && ids.Contains(action.Id)).ToDictionaryAsync(action => action.Id, cancellationToken);
        var over = standing.FindAll(one => !actions.TryGetValue(one.SubjectId, out var action) || !StillHolds(one, action));
        over.ForEach(one => one.Withdraw(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }

    private static bool StillHolds(Reminder reminder, PlanAction action)
    {
        var now = action.Wordings.OrderBy(wording => wording.At).ThenBy(wording => wording.RecordedAt).ThenBy(wording => wording.Id).Last();
        return action.State.IsOpen() && reminder.Kind switch
        {
            ReminderKind.DueSoon or ReminderKind.Late => now.Recurrence is null && now.Due == reminder.Day,
            ReminderKind.Today => now.Recurrence?.FallsOn(reminder.Day) == true && !(reminder.Day > now.Due),
            _ => true,
        };
    }
}
