using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>What was asked for about erasing the record, by the person or in their right, latest first.</summary>
public sealed record ListErasuresQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<ErasureView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListErasuresHandler(IRightsDb db, ICallersRight rights) : IRequestHandler<ListErasuresQuery, IReadOnlyList<ErasureView>>
{
    public async Task<IReadOnlyList<ErasureView>> Handle(ListErasuresQuery query, CancellationToken cancellationToken)
    {
        await rights.ToEraseAsync(query.ServiceUserId, cancellationToken);
        var known = await db.Erasures.AsNoTracking().Where(one => one.ServiceUserId == query.ServiceUserId).OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id)
            .ToListAsync(cancellationToken);
        return [.. known.Select(ErasureView.Of)];
    }
}
