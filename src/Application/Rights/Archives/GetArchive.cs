using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>How far an archive is.</summary>
public sealed record GetArchiveQuery(Guid ServiceUserId, Guid ArchiveId) : IQuery<ArchiveView>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class GetArchiveHandler(IRightsDb db, Caller caller, TimeProvider time) : IRequestHandler<GetArchiveQuery, ArchiveView>
{
    public async Task<ArchiveView> Handle(GetArchiveQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Archives.AsNoTracking().For(query.ServiceUserId, caller).SingleOrDefaultAsync(one => one.Id == query.ArchiveId && one.ExpiresAt > now, cancellationToken) is { } archive
            ? ArchiveView.Of(archive)
            : throw new NotFound();
    }
}
