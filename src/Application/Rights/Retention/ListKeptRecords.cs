using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Retention;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Retention;

/// <summary>The records that the rules may concern now: nobody looked at them for long, or something was announced.</summary>
public sealed record ListKeptRecordsQuery : IQuery<IReadOnlyList<KeptRecord>>
{
    public Needed Access => Needed.System;
}

internal sealed class ListKeptRecordsHandler(IRetentionRules rules, IRightsDb db, IRecordScope scope, TimeProvider time) : IRequestHandler<ListKeptRecordsQuery, IReadOnlyList<KeptRecord>>
{
    public async Task<IReadOnlyList<KeptRecord>> Handle(ListKeptRecordsQuery query, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        var announced = (await db.Keepings.AsNoTracking().Select(one => one.ServiceUserId).ToListAsync(cancellationToken)).ToHashSet();
        var records = await rules.AllAsync(cancellationToken);
        return [.. records.Where(record => announced.Contains(record.ServiceUserId) || RecordKeeping.Due(null, record.LastSeenAt, record.Months, now) != RetentionStep.None)];
    }
}
