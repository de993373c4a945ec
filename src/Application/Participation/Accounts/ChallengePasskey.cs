using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Asks for the options by which a browser signs in with a passkey; no name is needed.</summary>
public sealed record ChallengePasskeyQuery : IQuery<PasskeyChallenge>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class ChallengePasskeyHandler(IPasskeys passkeys) : IRequestHandler<ChallengePasskeyQuery, PasskeyChallenge>
{
    public Task<PasskeyChallenge> Handle(ChallengePasskeyQuery query, CancellationToken cancellationToken) => passkeys.ChallengeAsync(cancellationToken);
}
