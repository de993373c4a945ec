using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Looks back at one erased record; after a day it is forgotten that there was one.</summary>
public sealed record SweepOneCommand(Guid ServiceUserId, DateTimeOffset Since) : ICommand<long>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class SweepOneHandler(IPersonalRows rows, IErasureTraces traces, ICertificates certificates, IRecordKeys keys, TimeProvider time) : IRequestHandler<SweepOneCommand, long>
{
    public async Task<long> Handle(SweepOneCommand command, CancellationToken cancellationToken)
    {
        var left = await rows.DeleteJobsAsync(command.ServiceUserId, cancellationToken);
        foreach (var table in await rows.TablesAsync(cancellationToken))
        {
            left += await rows.DeleteAsync(table, cancellationToken);
        }

        if (command.Since + IErasureTraces.Kept <= time.GetUtcNow())
        {
            await traces.RemoveAsync(command.ServiceUserId, cancellationToken);
            await keys.LetGoAsync(command.ServiceUserId, cancellationToken);
        }

        await certificates.DeleteExpiredAsync(time.GetUtcNow(), cancellationToken);
        return left;
    }
}
