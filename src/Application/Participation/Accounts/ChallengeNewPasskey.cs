using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Asks for the options by which the caller's browser makes a passkey.</summary>
public sealed record ChallengeNewPasskeyQuery : IQuery<PasskeyChallenge>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ChallengeNewPasskeyHandler(IPasskeys passkeys, StrongMeans means) : IRequestHandler<ChallengeNewPasskeyQuery, PasskeyChallenge>
{
    public async Task<PasskeyChallenge> Handle(ChallengeNewPasskeyQuery query, CancellationToken cancellationToken) =>
        await passkeys.ChallengeNewAsync(await means.RequireAsync(cancellationToken), cancellationToken);
}
