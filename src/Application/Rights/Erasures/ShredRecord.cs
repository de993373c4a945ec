using Barometre.Application.Participation.Contracts;
using Barometre.Application.Rights.GivenBack;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Begins an erasing whose time has come: ends everybody's access and gives others their own words back, together. True when it has begun, now or before; then the key goes (<see cref="DeleteRecordKeyCommand"/>).</summary>
/// <remarks>Alone with the record: who was writing has finished, and goes with it; who comes later finds nothing.</remarks>
public sealed record ShredRecordCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<bool>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class ShredRecordHandler(IRightsDb db, ICertificates certificates, IRecordEnding ending, ITombstones tombstones, OthersWords others, TimeProvider time) : IRequestHandler<ShredRecordCommand, bool>
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
            erasure.Shred(await others.GiveBackAsync(command.ServiceUserId, erasure.AccountId, cancellationToken), time.GetUtcNow());
            await certificates.BeginAsync(erasure.Id, erasure.CodeHash, time.GetUtcNow() + ErasureCertificate.Kept, cancellationToken);
            await tombstones.AddAsync(command.ServiceUserId, TombstoneReason.Erased, null, cancellationToken);
            await ending.EndAsync(command.ServiceUserId, endsSessions: !erasure.KeepsAccount, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}
