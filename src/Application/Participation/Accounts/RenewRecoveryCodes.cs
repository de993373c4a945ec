using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Makes ten new recovery codes; the old ones stop working. Good to have without a second factor too: one of them sets a new password.</summary>
public sealed record RenewRecoveryCodesCommand : ICommand<RecoveryCodes>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class RenewRecoveryCodesHandler(ISecondFactors factors, StrongMeans means) : IRequestHandler<RenewRecoveryCodesCommand, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(RenewRecoveryCodesCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        return new RecoveryCodes(await factors.RenewRecoveryCodesAsync(account.AccountId, cancellationToken));
    }
}
