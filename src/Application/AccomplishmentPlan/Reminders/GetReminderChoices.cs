using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>What the caller chose to be reminded of.</summary>
public sealed record GetReminderChoicesQuery : IQuery<ReminderChoicesView>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class GetReminderChoicesHandler(IRemindersDb db, IMailer mailer, Caller caller) : IRequestHandler<GetReminderChoicesQuery, ReminderChoicesView>
{
    public async Task<ReminderChoicesView> Handle(GetReminderChoicesQuery query, CancellationToken cancellationToken) =>
        ReminderChoicesView.Of(await db.ReminderChoices.AsNoTracking().FirstOrDefaultAsync(known => known.AccountId == caller.AccountId, cancellationToken), mailer.Available);
}
