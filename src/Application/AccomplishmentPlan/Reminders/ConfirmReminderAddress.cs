using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Gives back the code that was sent to the caller's address. A wrong one is counted; false then.</summary>
public sealed record ConfirmReminderAddressCommand(string Code) : ICommand<bool>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ConfirmReminderAddressValidator : AbstractValidator<ConfirmReminderAddressCommand>
{
    public ConfirmReminderAddressValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(20);
}

internal sealed class ConfirmReminderAddressHandler(IRemindersDb db, IAccountSeal seal, Caller caller, TimeProvider time) : IRequestHandler<ConfirmReminderAddressCommand, bool>
{
    public async Task<bool> Handle(ConfirmReminderAddressCommand command, CancellationToken cancellationToken)
    {
        var known = await db.ReminderAddresses.FirstOrDefaultAsync(one => one.AccountId == caller.AccountId, cancellationToken);
        if (known is null)
        {
            return false;
        }

        var code = seal.OpenCode(known);
        var right = code is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(command.Code.Trim()));
        // Sent again after it worked, it worked.
        var confirmed = known.ConfirmedAt is not null && code is null || known.Confirm(right, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return confirmed;
    }
}
