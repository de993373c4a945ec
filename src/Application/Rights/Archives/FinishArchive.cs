using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>The archive is whole: it can be fetched. Pieces of makings that were broken off, or came second, are deleted.</summary>
public sealed record FinishArchiveCommand(Guid ServiceUserId, Guid ArchiveId, Guid Making, long Size, string Checksum) : ICommand<bool>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class FinishArchiveHandler(IRightsDb db) : IRequestHandler<FinishArchiveCommand, bool>
{
    public async Task<bool> Handle(FinishArchiveCommand command, CancellationToken cancellationToken)
    {
        var archive = await db.HoldArchiveAsync(command.ServiceUserId, command.ArchiveId, cancellationToken) ?? throw new NotFound();
        archive.Finish(command.Making, command.Size, command.Checksum);
        await db.SaveChangesAsync(cancellationToken);
        await db.ArchivePieces.Where(one => one.ServiceUserId == command.ServiceUserId && one.ArchiveId == command.ArchiveId && one.Making != archive.Making)
            .ExecuteDeleteAsync(cancellationToken);
        return archive.Making == command.Making;
    }
}
