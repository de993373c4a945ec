using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>Deletes the archives whose days are over, pieces and all; returns how many. A job does it every hour.</summary>
public sealed record DeleteExpiredArchivesCommand : ICommand<int>
{
    public Needed Access => Needed.System;
}

internal sealed class DeleteExpiredArchivesHandler(IRightsDb db, IRecordScope scope, TimeProvider time) : IRequestHandler<DeleteExpiredArchivesCommand, int>
{
    public async Task<int> Handle(DeleteExpiredArchivesCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        if (!await db.Archives.AnyAsync(archive => archive.ExpiresAt <= now, cancellationToken))
        {
            return 0;
        }

        await db.ArchivePieces
            .Where(piece => db.Archives.Any(archive => archive.ServiceUserId == piece.ServiceUserId && archive.Id == piece.ArchiveId && archive.ExpiresAt <= now))
            .ExecuteDeleteAsync(cancellationToken);
        return await db.Archives.Where(archive => archive.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
