using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The erasings whose time has come, and those under way, oldest first.</summary>
public sealed record ListDueErasuresQuery : IQuery<IReadOnlyList<DueErasure>>
{
    public Needed Access => Needed.System;
}

/// <summary>An erasing to be carried out.</summary>
public sealed record DueErasure(Guid ServiceUserId, Guid ErasureId);

internal sealed class ListDueErasuresHandler(IRightsDb db, IRecordScope scope, TimeProvider time) : IRequestHandler<ListDueErasuresQuery, IReadOnlyList<DueErasure>>
{
    public async Task<IReadOnlyList<DueErasure>> Handle(ListDueErasuresQuery query, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        return await db.Erasures.AsNoTracking()
            .Where(one => one.State == ErasureState.Shredded || (one.State == ErasureState.Confirmed && one.ExecutesAt <= now))
            .OrderBy(one => one.ExecutesAt).ThenBy(one => one.Id).Select(one => new DueErasure(one.ServiceUserId, one.Id)).ToListAsync(cancellationToken);
    }
}
