using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Tells whoever is to know what was opened of a person's record in an emergency. Returns how many notices stand.</summary>
public sealed record TellOfEmergenciesCommand(Guid ServiceUserId) : ICommand<int>
{
    // Alone: two at once would both tell of the same.
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class TellOfEmergenciesHandler(NoticesOfTheLaw notices, IEmergencyReader emergencies) : IRequestHandler<TellOfEmergenciesCommand, int>
{
    public async Task<int> Handle(TellOfEmergenciesCommand command, CancellationToken cancellationToken) => await notices.BringInLineAsync(
        command.ServiceUserId,
        one => one.Kind == ReminderKind.RecordOpened,
        [.. (await emergencies.NoticesAsync(command.ServiceUserId, cancellationToken)).Select(one => new NoticeOfTheLaw(one.AccountId, ReminderKind.RecordOpened, one.EmergencyId, one.Day))],
        cancellationToken);
}
