using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>The address that the caller gave for reminders.</summary>
public sealed record GetReminderAddressQuery : IQuery<ReminderAddressView>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class GetReminderAddressHandler(IRemindersDb db, IAccountSeal seal, Caller caller) : IRequestHandler<GetReminderAddressQuery, ReminderAddressView>
{
    public async Task<ReminderAddressView> Handle(GetReminderAddressQuery query, CancellationToken cancellationToken) =>
        ReminderAddressView.Of(await db.ReminderAddresses.AsNoTracking().FirstOrDefaultAsync(known => known.AccountId == caller.AccountId, cancellationToken), seal);
}
