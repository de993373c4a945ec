using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Removes the authenticator, from a session that was opened with it or with a passkey.</summary>
public sealed record RemoveAuthenticatorCommand : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class RemoveAuthenticatorHandler(ISecondFactors factors, StrongMeans means) : IRequestHandler<RemoveAuthenticatorCommand, Unit>
{
    public async Task<Unit> Handle(RemoveAuthenticatorCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        await factors.RemoveAuthenticatorAsync(account.AccountId, cancellationToken);
        return Unit.Value;
    }
}
