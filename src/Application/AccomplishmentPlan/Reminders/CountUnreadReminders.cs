using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>How many reminders wait unread.</summary>
public sealed record CountUnreadRemindersQuery : IQuery<UnreadReminders>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>How many reminders wait unread in the caller's inbox.</summary>
public sealed record UnreadReminders(int Unread);

internal sealed class CountUnreadRemindersHandler(Inbox inbox, Caller caller) : IRequestHandler<CountUnreadRemindersQuery, UnreadReminders>
{
    public async Task<UnreadReminders> Handle(CountUnreadRemindersQuery query, CancellationToken cancellationToken) =>
        new(await (await inbox.OfAsync(caller.Author(), cancellationToken)).CountAsync(one => one.ReadAt == null, cancellationToken));
}
