using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Whose key a secret is; null when it is nobody's any more.</summary>
public sealed record IdentifyKeyQuery(string Secret) : IQuery<IdentifiedKey?>
{
    public Needed Access => Needed.Anyone;
}

/// <summary>A key that works today, and the integrator that it belongs to.</summary>
public sealed record IdentifiedKey(Guid KeyId, Guid IntegratorId);

internal sealed class IdentifyKeyHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<IdentifyKeyQuery, IdentifiedKey?>
{
    public Task<IdentifiedKey?> Handle(IdentifyKeyQuery query, CancellationToken cancellationToken)
    {
        var (hash, now) = (Sessions.HashOf(query.Secret), time.GetUtcNow());
        return db.IntegratorKeys.AsNoTracking().Where(key => key.Hash == hash && key.RevokedAt == null && key.ExpiresAt > now)
            .Select(key => new IdentifiedKey(key.Id, key.AccountId)).SingleOrDefaultAsync(cancellationToken);
    }
}
