using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Removes one of the caller's passkeys, from a strong session.</summary>
public sealed record RemovePasskeyCommand(string PasskeyId) : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class RemovePasskeyHandler(IPasskeys passkeys, StrongMeans means) : IRequestHandler<RemovePasskeyCommand, Unit>
{
    public async Task<Unit> Handle(RemovePasskeyCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        return await passkeys.RemoveAsync(account.AccountId, command.PasskeyId, cancellationToken) ? Unit.Value : throw new NotFound();
    }
}
