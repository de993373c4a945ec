using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>The records of a project that were opened in an emergency, those to be reviewed first; by ids and reasons, without anybody's name but the practitioner's.</summary>
/// <remarks>Also of people who froze their record or left the project since: what was done there is still to be reviewed. Frozen, no word of the record is read.</remarks>
public sealed record ListProjectEmergenciesQuery(Guid ProjectId) : IQuery<IReadOnlyList<EmergencyView>>
{
    /// <summary>The newest so many are shown.</summary>
    public const int Most = 200;

    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class ListProjectEmergenciesHandler(IParticipationDb db, IRecordKeys keys, IAccountSeal seal, Caller caller) : IRequestHandler<ListProjectEmergenciesQuery, IReadOnlyList<EmergencyView>>
{
    public async Task<IReadOnlyList<EmergencyView>> Handle(ListProjectEmergenciesQuery query, CancellationToken cancellationToken)
    {
        var keptOut = db.Hitting(caller.Account(), Role.Coordinator, query.ProjectId);
        var found = await (
            from one in db.EmergencyAccesses.AsNoTracking()
            join known in db.AccountNames on one.AccountId equals known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where one.ProjectId == query.ProjectId && !keptOut.Any(restriction => restriction.ServiceUserId == one.ServiceUserId)
            orderby one.Justified != null, one.OpenedAt descending
            select new
            {
                Access = one,
                Who = account == null ? null : account.DisplayNameSealed,
                Frozen = db.Freezes.Any(freeze => freeze.ServiceUserId == one.ServiceUserId && freeze.Until == null),
            }).Take(ListProjectEmergenciesQuery.Most).ToListAsync(cancellationToken);
        var opened = await keys.ForManyAsync([.. found.Select(one => one.Access.ServiceUserId).Distinct()], cancellationToken);
        return [.. found.Where(one => opened.ContainsKey(one.Access.ServiceUserId))
            .Select(one => EmergencyView.Of(one.Access, seal.NameIn(one.Who), one.Frozen ? null : opened[one.Access.ServiceUserId]))];
    }
}
