using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Deletes the key of a record whose erasing has begun: from here on its words cannot be read. Again, it does no harm; false when there is no such erasing.</summary>
/// <remarks>After the beginning is kept, and not with it: the vault may be another database, and what others said is read with the key one last time before.</remarks>
public sealed record DeleteRecordKeyCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<bool>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class DeleteRecordKeyHandler(IRightsDb db, IRecordKeys keys) : IRequestHandler<DeleteRecordKeyCommand, bool>
{
    public async Task<bool> Handle(DeleteRecordKeyCommand command, CancellationToken cancellationToken)
    {
        if (!await db.Erasures.AnyAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId && one.State == ErasureState.Shredded, cancellationToken))
        {
            return false;
        }

        await keys.DeleteAsync(command.ServiceUserId, cancellationToken);
        return true;
    }
}
