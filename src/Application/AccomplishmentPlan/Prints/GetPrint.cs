using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>How far a print is.</summary>
public sealed record GetPrintQuery(Guid ServiceUserId, Guid PrintId) : IQuery<PrintView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class GetPrintHandler(IPrintsDb db, Caller caller, TimeProvider time) : IRequestHandler<GetPrintQuery, PrintView>
{
    public async Task<PrintView> Handle(GetPrintQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var print = await db.Prints.AsNoTracking()
            .FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId && one.Id == query.PrintId && one.ExpiresAt > now, cancellationToken);
        return print is not null && caller.MayHave(print) ? PrintView.Of(print) : throw new NotFound();
    }
}
