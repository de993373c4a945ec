using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Reminders of the caller's own account: what they chose, where they are told, and their inbox.</summary>
internal static class ReminderEndpoints
{
    public static void MapReminders(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/account/reminders").WithTags("Reminders");
        group.MapGet("", ListReminders).WithName(nameof(ListReminders)).WithSummary("Lists your reminders, newest first: of plans that are open to you now.");
        group.MapGet("unread-count", CountUnreadReminders).WithName(nameof(CountUnreadReminders)).WithSummary("Counts your unread reminders.");
        group.MapPost("read-marks", MarkRemindersRead).WithName(nameof(MarkRemindersRead)).WithSummary("Marks reminders of yours as read.");
        group.MapGet("choices", GetReminderChoices).WithName(nameof(GetReminderChoices)).WithSummary("Shows what you chose to be reminded of; nothing until you choose.");
        group.MapPut("choices", ChooseReminders).WithName(nameof(ChooseReminders)).WithSummary("Chooses what you are reminded of, how long before, at what time of day, and how.");
        group.MapGet("address", GetReminderAddress).WithName(nameof(GetReminderAddress)).WithSummary("Shows the address you gave for reminders.");
        group.MapPut("address", SetReminderAddress).WithName(nameof(SetReminderAddress)).WithSummary("Gives an address for reminders; a code is sent there.");
        group.MapDelete("address", ForgetReminderAddress).WithName(nameof(ForgetReminderAddress)).WithSummary("Forgets your address; no mail is sent any more.");
        group.MapPost("address/confirmation", ConfirmReminderAddress).WithName(nameof(ConfirmReminderAddress)).WithSummary("Confirms your address with the code that was sent there.");
    }

    private static async Task<Ok<Page<InboxReminder>>> ListReminders(bool? unread, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRemindersQuery(unread ?? false, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<UnreadReminders>> CountUnreadReminders(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new CountUnreadRemindersQuery(), cancellationToken));

    private static async Task<NoContent> MarkRemindersRead(MarkRemindersReadBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkRemindersReadCommand(body.ReminderIds), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ReminderChoicesView>> GetReminderChoices(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetReminderChoicesQuery(), cancellationToken));

    private static async Task<Ok<ReminderChoicesView>> ChooseReminders(ChooseRemindersBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new ChooseRemindersCommand(body.Kinds, body.DaysBefore, body.TimeZone, body.At, body.QuietFrom, body.QuietUntil, body.ByMail), cancellationToken));

    private static async Task<Ok<ReminderAddressView>> GetReminderAddress(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetReminderAddressQuery(), cancellationToken));

    private static async Task<Ok<ReminderAddressView>> SetReminderAddress(ReminderAddressBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SetReminderAddressCommand(body.Address), cancellationToken));

    private static async Task<NoContent> ForgetReminderAddress(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ForgetReminderAddressCommand(), cancellationToken);
        return TypedResults.NoContent();
    }

    // The wrong code is counted first: that is kept, whatever is answered.
    private static async Task<NoContent> ConfirmReminderAddress(ConfirmReminderAddressBody body, IMediator mediator, CancellationToken cancellationToken) =>
        await mediator.Send(new ConfirmReminderAddressCommand(body.Code), cancellationToken) ? TypedResults.NoContent() : throw new RuleViolation(ReminderErrors.WrongCode);
}

/// <summary>What you want to be reminded of, whole.</summary>
/// <param name="Kinds">Of what; none stops all reminders.</param>
/// <param name="TimeZone">An IANA zone: days and times are its.</param>
/// <param name="At">At what time of day, to the minute.</param>
/// <param name="DaysBefore">How long before a day, in days, 0 to 30; 0 = that day.</param>
/// <param name="QuietFrom">From then on no mail is sent and no day’s reminder made; with its end, or neither.</param>
/// <param name="QuietUntil">Until then; earlier than the beginning when the night is meant.</param>
/// <param name="ByMail">A mail says that something waits, and nothing else; needs a confirmed address.</param>
internal sealed record ChooseRemindersBody(
    IReadOnlyList<ReminderKind> Kinds, string TimeZone, TimeOnly At, int DaysBefore = 0, TimeOnly? QuietFrom = null, TimeOnly? QuietUntil = null, bool ByMail = false);

/// <summary>Where you want to be told that something waits.</summary>
/// <param name="Address">An e-mail address; sealed, and used only once confirmed.</param>
internal sealed record ReminderAddressBody(string Address);

/// <summary>The code from the mail.</summary>
/// <param name="Code">Eight digits.</param>
internal sealed record ConfirmReminderAddressBody(string Code);

/// <summary>Reminders to mark as read.</summary>
/// <param name="ReminderIds">At most 500.</param>
internal sealed record MarkRemindersReadBody(IReadOnlyList<Guid> ReminderIds);
