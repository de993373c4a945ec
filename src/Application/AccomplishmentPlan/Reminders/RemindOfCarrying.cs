using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Tells whoever chose to hear of it that they were asked to carry actions of a person, or that somebody took on what they wrote or what is of their own plan.</summary>
/// <param name="Kind">Asked or accepted.</param>
public sealed record RemindOfCarryingCommand(Guid ServiceUserId, IReadOnlyList<Guid> ActionIds, ReminderKind Kind) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class RemindOfCarryingHandler(
    IAccomplishmentPlanDb plans, IRemindersDb db, ICircleReader circle, IOpenRecordsReader records, IConsentReader consents, IMailer mailer, IRecordScope scope,
    TimeProvider time)
    : IRequestHandler<RemindOfCarryingCommand, int>
{
    public async Task<int> Handle(RemindOfCarryingCommand command, CancellationToken cancellationToken)
    {
        var ids = command.ActionIds.ToArray();
        var actions = await plans.Actions.AsNoTracking().Include(action => action.Carried)
            .Where(action => action.ServiceUserId == command.ServiceUserId && ids.Contains(action.Id)).ToListAsync(cancellationToken);
        var person = (await circle.PersonAsync(command.ServiceUserId, cancellationToken))?.AccountId;
        var told = actions.SelectMany(action => Told(command.Kind, action, person).Distinct().Select(account => (Account: account, Action: action))).ToList();
        // Whose choices and which records are open to them is not of this record alone.
        scope.OpenForEveryone();
        var (now, made) = (time.GetUtcNow(), 0);
        foreach (var ofOne in told.GroupBy(one => one.Account))
        {
            var choices = await db.ReminderChoices.AsNoTracking().FirstOrDefaultAsync(known => known.AccountId == ofOne.Key, cancellationToken);
            if (choices is null || !choices.Wants(command.Kind)
                || (await records.OfAsync(ofOne.Key, Tab.Plan, cancellationToken)).All(record => record.ServiceUserId != command.ServiceUserId))
            {
                continue;
            }

            var refused = await consents.RefusedRemindersAsync(ofOne.Key, cancellationToken);
            if (refused.Inbox)
            {
                continue;
            }

            var day = choices.Hours.DayAt(now);
            made += await db.AddNewAsync(
                choices, [.. ofOne.Select(one => new DueReminder(command.ServiceUserId, command.Kind, one.Action.Id, one.Action.GoalId, day))], mailer.Available && !refused.Mail, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    // An answer that came meanwhile is no longer waited for; nobody is told of what they did themself.
    private static IEnumerable<Guid> Told(ReminderKind kind, PlanAction action, Guid? person)
    {
        var carrier = action.CarrierKind == CarrierKind.Person ? person : action.Carried.AccountId;
        IEnumerable<Guid?> told = (kind, action.Carrying) switch
        {
            (ReminderKind.Asked, Carrying.Asked) => [carrier],
            (ReminderKind.Accepted, Carrying.Accepted) => new[] { person, action.WrittenBy }.Where(account => account != carrier),
            _ => [],
        };
        return told.OfType<Guid>();
    }
}
