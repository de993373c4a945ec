using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Deletes a person's rows of one table and counts them, together: broken off, neither happened.</summary>
public sealed record DeletePersonalRowsCommand(Guid ServiceUserId, Guid ErasureId, string Table) : ICommand<long>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class DeletePersonalRowsHandler(IRightsDb db, IPersonalRows rows) : IRequestHandler<DeletePersonalRowsCommand, long>
{
    public async Task<long> Handle(DeletePersonalRowsCommand command, CancellationToken cancellationToken)
    {
        if (!await db.Erasures.AnyAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId && one.State == ErasureState.Shredded, cancellationToken))
        {
            // Another node was quicker.
            return 0;
        }

        var deleted = await rows.DeleteAsync(command.Table, cancellationToken);
        await db.CountAsync(command.ServiceUserId, command.Table, deleted, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return deleted;
    }
}

/// <summary>What was deleted so far.</summary>
internal static class Counting
{
    public static async Task CountAsync(this IRightsDb db, Guid serviceUserId, string table, long deleted, CancellationToken cancellationToken)
    {
        if (deleted == 0)
        {
            return;
        }

        var known = await db.ErasedRows.SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.TableName == table, cancellationToken);
        if (known is null)
        {
            known = ErasedRows.Of(serviceUserId, table);
            db.ErasedRows.Add(known);
        }

        known.Add(deleted);
    }
}
