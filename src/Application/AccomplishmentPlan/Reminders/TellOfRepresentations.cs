using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Tells the person who represents them, and the coordinators what of it the person contests. Returns how many notices stand.</summary>
public sealed record TellOfRepresentationsCommand(Guid ServiceUserId) : ICommand<int>
{
    // Alone: two at once would both tell of the same.
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class TellOfRepresentationsHandler(NoticesOfTheLaw notices, IRepresentationReader representations) : IRequestHandler<TellOfRepresentationsCommand, int>
{
    public async Task<int> Handle(TellOfRepresentationsCommand command, CancellationToken cancellationToken) => await notices.BringInLineAsync(
        command.ServiceUserId,
        one => one.Kind == ReminderKind.Represented || one.Kind == ReminderKind.Contested,
        [.. (await representations.NoticesAsync(command.ServiceUserId, cancellationToken))
            .Select(one => new NoticeOfTheLaw(one.AccountId, one.Contested ? ReminderKind.Contested : ReminderKind.Represented, one.SubjectId, one.Day))],
        cancellationToken);
}
