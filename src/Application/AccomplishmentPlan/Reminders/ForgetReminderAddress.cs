using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Forgets the caller's address: no mail is sent any more, not even one that was about to be.</summary>
public sealed record ForgetReminderAddressCommand : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ForgetReminderAddressHandler(IRemindersDb db, Caller caller) : IRequestHandler<ForgetReminderAddressCommand, Unit>
{
    public async Task<Unit> Handle(ForgetReminderAddressCommand command, CancellationToken cancellationToken)
    {
        if (await db.ReminderAddresses.FirstOrDefaultAsync(one => one.AccountId == caller.AccountId, cancellationToken) is { } known)
        {
            known.Forget();
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
