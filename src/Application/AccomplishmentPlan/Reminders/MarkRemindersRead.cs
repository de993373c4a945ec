using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Marks reminders of the caller's as read; marked again, they stay so, and what is not theirs is passed over.</summary>
public sealed record MarkRemindersReadCommand(IReadOnlyList<Guid> ReminderIds) : ICommand<Unit>
{
    public const int MostAtOnce = 500;

    public Needed Access => Needed.SignedIn;
}

internal sealed class MarkRemindersReadValidator : AbstractValidator<MarkRemindersReadCommand>
{
    public MarkRemindersReadValidator() => RuleFor(command => command.ReminderIds).Must(ids => ids.Count <= MarkRemindersReadCommand.MostAtOnce);
}

internal sealed class MarkRemindersReadHandler(IRemindersDb db, Caller caller, TimeProvider time) : IRequestHandler<MarkRemindersReadCommand, Unit>
{
    public async Task<Unit> Handle(MarkRemindersReadCommand command, CancellationToken cancellationToken)
    {
        var ids = command.ReminderIds.ToArray();
        var unread = await db.Reminders.Where(one => one.AccountId == caller.AccountId && ids.Contains(one.Id) && one.ReadAt == null).ToListAsync(cancellationToken);
        unread.ForEach(one => one.Read(time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
