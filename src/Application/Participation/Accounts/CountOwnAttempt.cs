using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Counts an attempt of somebody signed in, at their own password or at a code, before it is looked at; in a transaction of its own.</summary>
/// <param name="Kind">What is attempted.</param>
/// <param name="Address">Where it comes from.</param>
public sealed record CountOwnAttemptCommand(AttemptKind Kind, string Address) : ICommand<AttemptTicket>, IEveryTime
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class CountOwnAttemptHandler(IAttempts attempts, Caller caller) : IRequestHandler<CountOwnAttemptCommand, AttemptTicket>
{
    public async Task<AttemptTicket> Handle(CountOwnAttemptCommand command, CancellationToken cancellationToken)
    {
        var ticket = await attempts.PlaceAsync(command.Kind, caller.AccountId.ToString(), command.Address, null, cancellationToken);
        return await attempts.CountAsync(ticket, cancellationToken) is { } wait ? throw new TooManyAttempts(AccountErrors.TooManyAttempts, wait) : ticket;
    }
}
