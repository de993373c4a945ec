using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Says what the caller wants to be reminded of, and how: all of it, each time.</summary>
public sealed record ChooseRemindersCommand(
    IReadOnlyList<ReminderKind> Kinds, int DaysBefore, string TimeZone, TimeOnly At, TimeOnly? QuietFrom, TimeOnly? QuietUntil, bool ByMail)
    : ICommand<ReminderChoicesView>, IVersionedCommand
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ChooseRemindersValidator : AbstractValidator<ChooseRemindersCommand>
{
    public ChooseRemindersValidator()
    {
        RuleFor(command => command.Kinds).Must(kinds => kinds.Count <= 20 && kinds.Distinct().Count() == kinds.Count);
        RuleForEach(command => command.Kinds).IsInEnum().Must(kind => !ReminderKinds.OfTheLaw.Contains(kind));
        RuleFor(command => command.DaysBefore).InclusiveBetween(0, ReminderChoices.MostDaysBefore);
        RuleFor(command => command.TimeZone).NotEmpty().MaximumLength(60).Must(Plan.IsTimeZone).Because(ReminderErrors.UnknownTimeZone);
    }
}

internal sealed class ChooseRemindersHandler(IRemindersDb db, IMailer mailer, Caller caller, TimeProvider time) : IRequestHandler<ChooseRemindersCommand, ReminderChoicesView>
{
    public async Task<ReminderChoicesView> Handle(ChooseRemindersCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Author();
        var choices = await db.ReminderChoices.FirstOrDefaultAsync(known => known.AccountId == account, cancellationToken);
        caller.Expect(choices?.Version ?? 0);
        if (choices is null)
        {
            choices = ReminderChoices.Of(account);
            db.ReminderChoices.Add(choices);
        }

        var confirmed = await db.ReminderAddresses.AnyAsync(known => known.AccountId == account && known.ConfirmedAt != null, cancellationToken);
        if (command.ByMail && (!mailer.Available || !confirmed))
        {
            throw new RuleViolation(mailer.Available ? ReminderErrors.NoAddress : ReminderErrors.NoMail);
        }

        choices.Choose(command.Kinds, (short)command.DaysBefore, command.TimeZone, command.At, command.QuietFrom, command.QuietUntil, command.ByMail, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return ReminderChoicesView.Of(choices, mailer.Available);
    }
}

/// <summary>What an account chose to be reminded of.</summary>
/// <param name="Kinds">Of what; none until chosen.</param>
/// <param name="DaysBefore">How long before a day, in days, 0 to 30; 0 = that day.</param>
/// <param name="TimeZone">An IANA zone: days and times are its.</param>
/// <param name="At">At what time of day.</param>
/// <param name="QuietFrom">From then on no mail is sent and no day’s reminder made; null without quiet hours.</param>
/// <param name="QuietUntil">Until then; what fell into the quiet hours comes at their end.</param>
/// <param name="ByMail">A mail says that something waits, and nothing else.</param>
/// <param name="MailAvailable">False when this installation sends no mail.</param>
/// <param name="Version">0 while nothing was chosen.</param>
public sealed record ReminderChoicesView(
    IReadOnlyList<ReminderKind> Kinds, int DaysBefore, string TimeZone, TimeOnly At, TimeOnly? QuietFrom, TimeOnly? QuietUntil, bool ByMail, bool MailAvailable, int Version) : IVersioned
{
    internal static ReminderChoicesView Of(ReminderChoices? choices, bool mailAvailable)
    {
        var chosen = choices ?? ReminderChoices.Of(Guid.Empty);
        return new ReminderChoicesView(
            chosen.Kinds, chosen.DaysBefore, chosen.TimeZone, chosen.At, chosen.QuietFrom, chosen.QuietUntil, chosen.ByMail, mailAvailable, choices?.Version ?? 0);
    }
}
