using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>Whom the person keeps or kept out.</summary>
/// <param name="Name">Of the account, organisation or project; null for a role.</param>
/// <param name="Tabs">The tabs that are kept from them; none for the whole record.</param>
/// <param name="Until">Null while it is in force.</param>
public sealed record RestrictionView(
    Guid RestrictionId, Guid? AccountId, Guid? OrganisationId, Guid? ProjectId, Role? Role, string? Name, IReadOnlyList<Tab> Tabs, RightsGround Ground, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>Whom the person keeps out, and whom they kept out before, newest first.</summary>
public sealed record ListRestrictionsQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<RestrictionView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListRestrictionsHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListRestrictionsQuery, IReadOnlyList<RestrictionView>>
{
    public async Task<IReadOnlyList<RestrictionView>> Handle(ListRestrictionsQuery query, CancellationToken cancellationToken)
    {
        var found = await (
            from one in db.Restrictions.AsNoTracking()
            join known in db.AccountNames on one.AccountId equals (Guid?)known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join known in db.Organisations on one.OrganisationId equals (Guid?)known.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join known in db.Projects on one.ProjectId equals (Guid?)known.Id into projects
            from project in projects.DefaultIfEmpty()
            where one.ServiceUserId == query.ServiceUserId
            orderby one.Since descending, one.Id descending
            select new
            {
                One = one, Account = account == null ? null : account.DisplayNameSealed, Other = organisation != null ? organisation.Name : project != null ? project.Name : null,
            }).ToListAsync(cancellationToken);
        return found.ConvertAll(each => View(each.One, seal.NameIn(each.Account) ?? each.Other));
    }

    private static RestrictionView View(Restriction one, string? name) =>
        new(one.Id, one.AccountId, one.OrganisationId, one.ProjectId, one.Role, name, one.Tabs ?? [], one.Ground, one.Since, one.Until);
}
