using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>The person's archives that can be had or are being made, newest first.</summary>
public sealed record ListArchivesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<ArchiveView>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ListArchivesHandler(IRightsDb db, TimeProvider time) : IRequestHandler<ListArchivesQuery, IReadOnlyList<ArchiveView>>
{
    public async Task<IReadOnlyList<ArchiveView>> Handle(ListArchivesQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = await db.Archives.AsNoTracking().Where(one => one.ServiceUserId == query.ServiceUserId && one.ExpiresAt > now)
            .OrderByDescending(one => one.AskedAt).ThenByDescending(one => one.Id).ToListAsync(cancellationToken);
        return [.. kept.Select(ArchiveView.Of)];
    }
}
