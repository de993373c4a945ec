using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>The archives that can be had or are being made, newest first: all for the person, their own asking for anybody else.</summary>
public sealed record ListArchivesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<ArchiveView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListArchivesHandler(IRightsDb db, Caller caller, TimeProvider time) : IRequestHandler<ListArchivesQuery, IReadOnlyList<ArchiveView>>
{
    public async Task<IReadOnlyList<ArchiveView>> Handle(ListArchivesQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = await db.Archives.AsNoTracking().For(query.ServiceUserId, caller).Where(one => one.ExpiresAt > now)
            .OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id).ToListAsync(cancellationToken);
        return [.. kept.Select(ArchiveView.Of)];
    }
}
