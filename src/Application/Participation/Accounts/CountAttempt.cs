using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Counts an attempt at a secret before it is looked at, in a transaction of its own, so that a refused attempt stays counted.</summary>
/// <param name="Kind">What is attempted.</param>
/// <param name="Subject">The name or account it is about, when there is one.</param>
/// <param name="Address">Where it comes from.</param>
/// <param name="Device">The secret of a device that signed in before, if the client has one.</param>
public sealed record CountAttemptCommand(AttemptKind Kind, string? Subject, string Address, string? Device = null) : ICommand<AttemptTicket>, IEveryTime
{
    public Needed Access => Needed.Anyone;
}

internal sealed class CountAttemptHandler(IAttempts attempts) : IRequestHandler<CountAttemptCommand, AttemptTicket>
{
    public async Task<AttemptTicket> Handle(CountAttemptCommand command, CancellationToken cancellationToken)
    {
        var ticket = await attempts.PlaceAsync(command.Kind, command.Subject, command.Address, command.Device, cancellationToken);
        // Refused by an exception: the transaction is undone, so that attempts beyond the limit do not lengthen the wait.
        return await attempts.CountAsync(ticket, cancellationToken) is { } wait ? throw new TooManyAttempts(AccountErrors.TooManyAttempts, wait) : ticket;
    }
}
