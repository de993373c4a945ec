using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The records erased within a day.</summary>
public sealed record ListErasureTracesQuery : IQuery<IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>>
{
    public Needed Access => Needed.System;
}

internal sealed class ListErasureTracesHandler(IErasureTraces traces, IRecordScope scope) : IRequestHandler<ListErasureTracesQuery, IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>>
{
    public Task<IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>> Handle(ListErasureTracesQuery query, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        return traces.AllAsync(cancellationToken);
    }
}
