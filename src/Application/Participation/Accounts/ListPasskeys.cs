using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>The caller's own passkeys.</summary>
public sealed record ListPasskeysQuery : IQuery<IReadOnlyList<PasskeySummary>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListPasskeysHandler(IPasskeys passkeys, Caller caller) : IRequestHandler<ListPasskeysQuery, IReadOnlyList<PasskeySummary>>
{
    public Task<IReadOnlyList<PasskeySummary>> Handle(ListPasskeysQuery query, CancellationToken cancellationToken) =>
        passkeys.ListAsync(caller.AccountId!.Value, cancellationToken);
}
