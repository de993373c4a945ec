using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>What the person asked for about erasing their record, latest first.</summary>
public sealed record ListErasuresQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<ErasureView>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ListErasuresHandler(IRightsDb db) : IRequestHandler<ListErasuresQuery, IReadOnlyList<ErasureView>>
{
    public async Task<IReadOnlyList<ErasureView>> Handle(ListErasuresQuery query, CancellationToken cancellationToken)
    {
        var known = await db.Erasures.AsNoTracking().Where(one => one.ServiceUserId == query.ServiceUserId).OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id)
            .ToListAsync(cancellationToken);
        return [.. known.Select(ErasureView.Of)];
    }
}
