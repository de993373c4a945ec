using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>The prints that can be had, newest first: to the person all of them, to others their own.</summary>
public sealed record ListPrintsQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<PrintView>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class ListPrintsHandler(IPrintsDb db, Caller caller, TimeProvider time) : IRequestHandler<ListPrintsQuery, IReadOnlyList<PrintView>>
{
    public async Task<IReadOnlyList<PrintView>> Handle(ListPrintsQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kept = await db.Prints.AsNoTracking()
            .Where(print => print.ServiceUserId == query.ServiceUserId && print.ExpiresAt > now)
            .OrderByDescending(print => print.AskedAt).ThenByDescending(print => print.Id)
            .ToListAsync(cancellationToken);
        return [.. kept.Where(caller.MayHave).Select(PrintView.Of)];
    }
}
