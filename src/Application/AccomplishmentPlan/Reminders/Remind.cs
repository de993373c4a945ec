using Barometre.Application.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Makes the reminders of everybody whose moment has come, and the mails that say so; each minute, some accounts at a time.</summary>
public sealed record RemindCommand : ICommand<RemindReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What one look found.</summary>
/// <param name="Accounts">Whose moment had come.</param>
/// <param name="Reminders">Reminders made.</param>
/// <param name="Mails">Mails made, to be sent by jobs of their own.</param>
public sealed record RemindReport(int Accounts, int Reminders, int Mails)
{
    public static RemindReport operator +(RemindReport left, RemindReport right) => Add(left, right);

    public static RemindReport Add(RemindReport left, RemindReport right) =>
        new(left.Accounts + right.Accounts, left.Reminders + right.Reminders, left.Mails + right.Mails);
}

internal sealed class RemindHandler(IServiceScopeFactory scopes) : IRequestHandler<RemindCommand, RemindReport>
{
    public async Task<RemindReport> Handle(RemindCommand command, CancellationToken cancellationToken)
    {
        var total = await AllAsync(() => new RemindSomeCommand(), part => part.Accounts == RemindSomeCommand.AtOnce, cancellationToken);
        return total + await AllAsync(() => new MakeReminderMailsCommand(), part => part.Reminders == MakeReminderMailsCommand.AtOnce, cancellationToken) with { Reminders = total.Reminders };
    }

    private async Task<RemindReport> AllAsync(Func<ICommand<RemindReport>> part, Func<RemindReport, bool> isFull, CancellationToken cancellationToken)
    {
        var total = new RemindReport(0, 0, 0);
        for (var full = true; full;)
        {
            // A transaction of its own for each part.
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            var report = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(part(), cancellationToken);
            full = isFull(report);
            total += report;
        }

        return total;
    }
}
