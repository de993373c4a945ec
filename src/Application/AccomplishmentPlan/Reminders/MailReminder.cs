using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Sends a mail that says that something waits, if something still does and the account still wants it; sent twice, it is the same mail.</summary>
/// <remarks>The mail is held until it is marked as sent: a second node waits, and finds it done. What is sent cannot be undone, so it is never begun again by itself.</remarks>
public sealed record MailReminderCommand(Guid MailId) : ICommand<Unit>, IReadOnce
{
    public Needed Access => Needed.System;
}

internal sealed class MailReminderHandler(IRemindersDb db, IOpenRecordsReader records, IConsentReader consents, IMailer mailer, IAccountSeal seal, IRecordScope scope, TimeProvider time)
    : IRequestHandler<MailReminderCommand, Unit>
{
    public async Task<Unit> Handle(MailReminderCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var mail = await db.HoldMailAsync(command.MailId, cancellationToken);
        if (mail is { DoneAt: null })
        {
            if (await AddressAsync(mail, cancellationToken) is { } address)
            {
                await mailer.SendAsync(ReminderTexts.SomethingWaits(mail.Id, address, mailer.Address!), cancellationToken);
            }

            mail.Done(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }

    /// <summary>Where to; null when it is wanted no more.</summary>
    private async Task<string?> AddressAsync(ReminderMail mail, CancellationToken cancellationToken)
    {
        var wanted = mailer.Available && await db.ReminderChoices.AnyAsync(known => known.AccountId == mail.AccountId && known.ByMail, cancellationToken);
        var address = await db.ReminderAddresses.AsNoTracking().FirstOrDefaultAsync(known => known.AccountId == mail.AccountId && known.ConfirmedAt != null, cancellationToken);
        if (!wanted || address is null || (await consents.RefusedRemindersAsync(mail.AccountId, cancellationToken)).Mail)
        {
            return null;
        }

        var open = (await records.OfAsync(mail.AccountId, Tab.Plan, cancellationToken)).Select(record => record.ServiceUserId).ToArray();
        var waits = await db.Reminders.AnyAsync(one => one.MailId == mail.Id && one.WithdrawnAt == null && one.ReadAt == null && open.Contains(one.ServiceUserId), cancellationToken);
        return waits ? seal.OpenAddress(address) : null;
    }
}
