using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Begins an erasing whose time has come: deletes the record's key and ends everybody's access, at once. True when it has begun, now or before.</summary>
/// <remarks>Alone with the record: who was writing has finished, and goes with it; who comes later finds nothing.</remarks>
public sealed record ShredRecordCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<bool>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class ShredRecordHandler(IRightsDb db, ICertificates certificates, IRecordEnding ending, ITombstones tombstones, IRecordKeys keys, TimeProvider time) : IRequestHandler<ShredRecordCommand, bool>
{
    public async Task<bool> Handle(ShredRecordCommand command, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken);
        if (erasure is null || (erasure.State != ErasureState.Shredded && !erasure.IsDue(time.GetUtcNow())))
        {
            return false;
        }

        if (erasure.State != ErasureState.Shredded)
        {
            erasure.Shred(time.GetUtcNow());
            await certificates.BeginAsync(erasure.Id, erasure.CodeHash, time.GetUtcNow() + ErasureCertificate.Kept, cancellationToken);
            await tombstones.AddAsync(command.ServiceUserId, TombstoneReason.Erased, null, cancellationToken);
            await ending.EndAsync(command.ServiceUserId, endsSessions: !erasure.KeepsAccount, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        // The vault may be another database. Should this transaction be lost after it, its time has come all the same: it cannot be called off, and is done again.
        await keys.DeleteAsync(command.ServiceUserId, cancellationToken);
        return true;
    }
}
