using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>A time during which the record is or was frozen.</summary>
/// <param name="Ground">In whose right it was frozen.</param>
/// <param name="Until">Null while it is.</param>
public sealed record FreezeView(Guid FreezeId, RightsGround Ground, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>When the record is and was frozen, newest first.</summary>
public sealed record ListFreezesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<FreezeView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListFreezesHandler(IParticipationDb db) : IRequestHandler<ListFreezesQuery, IReadOnlyList<FreezeView>>
{
    public async Task<IReadOnlyList<FreezeView>> Handle(ListFreezesQuery query, CancellationToken cancellationToken) =>
        await db.Freezes.AsNoTracking().Where(one => one.ServiceUserId == query.ServiceUserId).OrderByDescending(one => one.Since)
            .Select(one => new FreezeView(one.Id, one.Ground, one.Since, one.Until)).ToListAsync(cancellationToken);
}
