using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Guards changes of how an account proves who it is.</summary>
internal sealed class StrongMeans(IAccounts accounts, Sessions sessions, Caller caller)
{
    /// <summary>The caller's account; refused when it already has a second factor or a passkey and this session was opened without.</summary>
    /// <remarks>Otherwise whoever learnt the password alone could add a second factor of their own and hold a strong session.</remarks>
    public async Task<AccountFacts> RequireAsync(CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(caller.AccountId!.Value, cancellationToken) ?? throw new NotFound();
        var session = await sessions.CurrentAsync(cancellationToken);
        return !account.HasStrongMeans || session.Strong ? account : throw new Forbidden(AccountErrors.StrongSessionNeeded);
    }
}
