using System.Runtime.CompilerServices;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Rights.Archives;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>The person, or whoever asked for it in their rights, fetches an archive: the record leaves, and the register of communications says to whom.</summary>
public sealed record FetchArchiveQuery(Guid ServiceUserId, Guid ArchiveId) : IQuery<FetchedArchive>
{
    public const string PieceColumn = "rights.archive_piece.piece";

    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>The file of an archive.</summary>
/// <param name="Pieces">Read one after the other, never all at once; <see cref="NotFound"/> from the middle of them when the archive was erased or has expired since.</param>
public sealed record FetchedArchive(long Size, IAsyncEnumerable<byte[]> Pieces);

internal sealed class FetchArchiveHandler(IRightsDb db, ICallersRight rights, IRecordKeys keys, ICommunications communications, Caller caller, TimeProvider time) : IRequestHandler<FetchArchiveQuery, FetchedArchive>
{
    public async Task<FetchedArchive> Handle(FetchArchiveQuery query, CancellationToken cancellationToken)
    {
        var right = await rights.OfAsync(query.ServiceUserId, cancellationToken);
        var now = time.GetUtcNow();
        var archive = await db.Archives.AsNoTracking().For(query.ServiceUserId, caller).SingleOrDefaultAsync(one => one.Id == query.ArchiveId && one.ExpiresAt > now, cancellationToken)
            ?? throw new NotFound();
        if (archive is not { State: ArchiveState.Ready, Making: { } making, Size: { } size })
        {
            throw new RuleViolation(RightsErrors.ArchiveNotReady);
        }

        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        // Before anything is entered or promised: what was erased or has expired meanwhile does not leave.
        var first = await PieceAsync(archive, making, 0, key, cancellationToken);
        await communications.EnterAsync(
            new Communication(
                query.ServiceUserId, CommunicationForm.Archive, Enum.GetValues<Tab>(),
                right == CallersRight.Person ? CommunicationRecipient.Person : CommunicationRecipient.Account(caller.Author()), CommunicationPurpose.Portability,
                right == CallersRight.Representative ? CommunicationGround.Representative : CommunicationGround.AskedByPerson),
            cancellationToken);
        return new FetchedArchive(size, PiecesAsync(archive, making, first, key, cancellationToken));
    }

    private async IAsyncEnumerable<byte[]> PiecesAsync(RecordArchive archive, Guid making, byte[] first, IRecordKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return first;
        var count = (int)((archive.Size!.Value + ArchivePiece.Size - 1) / ArchivePiece.Size);
        for (var number = 1; number < count; number++)
        {
            yield return await PieceAsync(archive, making, number, key, cancellationToken);
        }
    }

    private async Task<byte[]> PieceAsync(RecordArchive archive, Guid making, int number, IRecordKey key, CancellationToken cancellationToken)
    {
        var piece = await db.ArchivePieces.AsNoTracking().SingleOrDefaultAsync(
            one => one.ServiceUserId == archive.ServiceUserId && one.ArchiveId == archive.Id && one.Making == making && one.Number == number, cancellationToken) ?? throw new NotFound();
        return key.OpenBytes(FetchArchiveQuery.PieceColumn, piece.PieceSealed);
    }
}
