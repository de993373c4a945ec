using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>The keys of a project's integrators, the latest first; never the secrets.</summary>
public sealed record ListIntegratorKeysQuery(Guid ProjectId) : IQuery<IReadOnlyList<KeySummary>>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

/// <summary>One key of an integrator.</summary>
public sealed record KeySummary(Guid KeyId, Guid IntegratorId, IReadOnlyList<string> Scopes, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

internal sealed class ListIntegratorKeysHandler(IParticipationDb db) : IRequestHandler<ListIntegratorKeysQuery, IReadOnlyList<KeySummary>>
{
    public async Task<IReadOnlyList<KeySummary>> Handle(ListIntegratorKeysQuery query, CancellationToken cancellationToken) =>
        await db.IntegratorKeys.AsNoTracking().Where(key => key.ProjectId == query.ProjectId).OrderByDescending(key => key.MadeAt).Take(200)
            .Select(key => new KeySummary(key.Id, key.AccountId, key.Scopes, key.MadeAt, key.ExpiresAt, key.RevokedAt)).ToListAsync(cancellationToken);
}
