using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>The work that makes reminders: each minute for what comes with a day, after each event for what people do; and that mails them.</summary>
public static class ReminderJobs
{
    private const string OfCode = "accomplishment-plan.mail-address-code";
    private const string OfMail = "accomplishment-plan.mail-reminder";
    private const string Account = "account";
    private const string Mail = "mail";
    private const string Person = "person";
    private const string Actions = "actions";

    private const string EachMinute = "0 * * * * ?";

    /// <summary>To be called in the command that keeps a new address.</summary>
    public static Task AddressGivenAsync(this IJobRequests requests, Guid accountId, CancellationToken cancellationToken) =>
        requests.RequestAsync(OfCode, new Dictionary<string, string> { [Account] = accountId.ToString() }, cancellationToken);

    /// <summary>To be called in the command that makes a mail.</summary>
    public static Task MailMadeAsync(this IJobRequests requests, Guid mailId, CancellationToken cancellationToken) =>
        requests.RequestAsync(OfMail, new Dictionary<string, string> { [Mail] = mailId.ToString() }, cancellationToken);

    public static void AddReminders(this IServiceCollection services)
    {
        services.AddScoped<Inbox>();
        services.AddScoped<Contracts.ILegalNotices, LegalNotices>();
        services.AddScoped<NoticesOfTheLaw>();
        services.AddScoped<DaysOfPlans>();
        services.AddSingleton<BackgroundWork>(new ScheduledWork<RemindReport>("accomplishment-plan.remind", EachMinute, () => new RemindCommand()));
        services.AddSingleton<BackgroundWork>(new RequestedWork<Unit>(OfCode, data => new MailAddressCodeCommand(Guid.Parse(data[Account]))));
        services.AddSingleton<BackgroundWork>(new RequestedWork<Unit>(OfMail, data => new MailReminderCommand(Guid.Parse(data[Mail]))));
        services.AddSingleton<BackgroundWork>(Consumer<ActionAsked>("accomplishment-plan.remind-asked", happened => happened.ActionId, (person, actions) => new RemindOfCarryingCommand(person, actions, ReminderKind.Asked)));
        services.AddSingleton<BackgroundWork>(Consumer<ActionAccepted>("accomplishment-plan.remind-accepted", happened => happened.ActionId, (person, actions) => new RemindOfCarryingCommand(person, actions, ReminderKind.Accepted)));
        services.AddSingleton<BackgroundWork>(new EventConsumer<EmergenciesChanged, int>(
            "accomplishment-plan.tell-of-emergencies",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new TellOfEmergenciesCommand(Guid.Parse(data[Person]))));
        services.AddSingleton<BackgroundWork>(new EventConsumer<RepresentationsChanged, int>(
            "accomplishment-plan.tell-of-representations",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new TellOfRepresentationsCommand(Guid.Parse(data[Person]))));
        services.AddSingleton<BackgroundWork>(new EventConsumer<PlanChanged, int>(
            "accomplishment-plan.withdraw-reminders",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new WithdrawRemindersCommand(Guid.Parse(data[Person]))));
    }

    private static EventConsumer<TEvent, int> Consumer<TEvent>(string name, Func<TEvent, Guid> action, Func<Guid, IReadOnlyList<Guid>, Shared.ICommand<int>> command)
        where TEvent : IDomainEvent => new(
            name,
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString(), [Actions] = string.Join(' ', events.Select(action).Distinct()) },
            data => command(Guid.Parse(data[Person]), [.. data[Actions].Split(' ').Select(Guid.Parse)]));
}
