using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>Every time that the person's record was opened in an emergency, newest first.</summary>
public sealed record ListEmergenciesQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<EmergencyView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListEmergenciesHandler(IParticipationDb db, IRecordKeys keys, IAccountSeal seal) : IRequestHandler<ListEmergenciesQuery, IReadOnlyList<EmergencyView>>
{
    public async Task<IReadOnlyList<EmergencyView>> Handle(ListEmergenciesQuery query, CancellationToken cancellationToken)
    {
        var found = await (
            from one in db.EmergencyAccesses.AsNoTracking()
            join known in db.AccountNames on one.AccountId equals known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where one.ServiceUserId == query.ServiceUserId
            orderby one.OpenedAt descending
            select new { Access = one, Who = account == null ? null : account.DisplayNameSealed }).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return found.ConvertAll(one => EmergencyView.Of(one.Access, seal.NameIn(one.Who), key));
    }
}
