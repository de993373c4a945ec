using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Sends the code that confirms an address.</summary>
public sealed record MailAddressCodeCommand(Guid AccountId) : ICommand<Unit>, IReadOnce
{
    public Needed Access => Needed.System;
}

internal sealed class MailAddressCodeHandler(IRemindersDb db, IMailer mailer, IAccountSeal seal, TimeProvider time) : IRequestHandler<MailAddressCodeCommand, Unit>
{
    public async Task<Unit> Handle(MailAddressCodeCommand command, CancellationToken cancellationToken)
    {
        var known = await db.ReminderAddresses.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == command.AccountId, cancellationToken);
        if (mailer.Available && known?.Waits(time.GetUtcNow()) == true && seal.OpenAddress(known) is { } address)
        {
            // The same mail while it is the same code.
            var id = new Guid(known.CodeSealed.AsSpan(^16));
            await mailer.SendAsync(ReminderTexts.Code(id, address, seal.OpenCode(known)!), cancellationToken);
        }

        return Unit.Value;
    }
}
