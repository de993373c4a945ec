using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights;

/// <summary>The public key of the installation, for whoever holds an archive or a certificate of it.</summary>
public sealed record GetSigningKeyQuery : IQuery<PublicKey>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class GetSigningKeyHandler(ISigningKey key) : IRequestHandler<GetSigningKeyQuery, PublicKey>
{
    public Task<PublicKey> Handle(GetSigningKeyQuery query, CancellationToken cancellationToken) => key.PublicAsync(cancellationToken);
}
