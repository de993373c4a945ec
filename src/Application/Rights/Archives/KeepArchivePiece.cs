using Barometre.Application.Shared;
using Barometre.Domain.Rights.Archives;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>Keeps a piece of an archive, sealed with the record's key.</summary>
/// <exception cref="NotFound">The archive, or the record's key, is gone.</exception>
public sealed record KeepArchivePieceCommand(Guid ServiceUserId, Guid ArchiveId, Guid Making, int Number, byte[] Piece) : ICommand<bool>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class KeepArchivePieceHandler(IRightsDb db, IRecordKeys keys) : IRequestHandler<KeepArchivePieceCommand, bool>
{
    // Some four hundred megabytes: more comes slowly, and never to an end that is not near.
    private const int Most = 400;

    public async Task<bool> Handle(KeepArchivePieceCommand command, CancellationToken cancellationToken)
    {
        var archive = await db.HoldArchiveAsync(command.ServiceUserId, command.ArchiveId, cancellationToken) ?? throw new NotFound();
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        db.ArchivePieces.Add(ArchivePiece.Of(
            command.ServiceUserId, command.ArchiveId, command.Making, command.Number, key.SealBytes(FetchArchiveQuery.PieceColumn, command.Piece)));
        archive.Move((short)Math.Min(98, 20 + (78 * command.Number / Most)));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
