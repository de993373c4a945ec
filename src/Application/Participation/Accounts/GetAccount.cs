using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>The caller's own account.</summary>
public sealed record GetAccountQuery : IQuery<AccountFacts>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class GetAccountHandler(IAccounts accounts, Caller caller) : IRequestHandler<GetAccountQuery, AccountFacts>
{
    public async Task<AccountFacts> Handle(GetAccountQuery query, CancellationToken cancellationToken) =>
        await accounts.FindAsync(caller.AccountId!.Value, cancellationToken) ?? throw new NotFound();
}
