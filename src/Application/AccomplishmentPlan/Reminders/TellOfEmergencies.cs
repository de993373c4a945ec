using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Brings inboxes in line with what was opened of a person's record in an emergency: whoever is to know is told, whatever reminders they want; whoever need not any more is
/// not. Returns how many stand.</summary>
public sealed record TellOfEmergenciesCommand(Guid ServiceUserId) : ICommand<int>
{
    // Alone: two at once would both tell of the same.
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class TellOfEmergenciesHandler(IRemindersDb db, IEmergencyReader emergencies, TimeProvider time) : IRequestHandler<TellOfEmergenciesCommand, int>
{
    public async Task<int> Handle(TellOfEmergenciesCommand command, CancellationToken cancellationToken)
    {
        var (person, now) = (command.ServiceUserId, time.GetUtcNow());
        var wanted = await emergencies.NoticesAsync(person, cancellationToken);
        var told = await db.Reminders.Where(one => one.ServiceUserId == person && one.Kind == ReminderKind.RecordOpened).ToListAsync(cancellationToken);
        foreach (var one in told)
        {
            if (wanted.Any(notice => Tells(one, notice)))
            {
                one.Stand();
            }
            else
            {
                one.Withdraw(now);
            }
        }

        db.Reminders.AddRange(wanted.Where(notice => !told.Exists(one => Tells(one, notice)))
            .Select(notice => Reminder.OfTheLaw(person, notice.AccountId, ReminderKind.RecordOpened, notice.EmergencyId, notice.Day, now)));
        await db.SaveChangesAsync(cancellationToken);
        return wanted.Count;
    }

    private static bool Tells(Reminder reminder, EmergencyNotice notice) => reminder.SubjectId == notice.EmergencyId && reminder.AccountId == notice.AccountId;
}
