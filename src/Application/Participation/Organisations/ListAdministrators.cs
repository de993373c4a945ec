using Barometre.Application.Participation.Projects;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>Who administers today: a handful.</summary>
public sealed record ListAdministratorsQuery : IQuery<IReadOnlyList<RoleView>>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class ListAdministratorsHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListAdministratorsQuery, IReadOnlyList<RoleView>>
{
    public async Task<IReadOnlyList<RoleView>> Handle(ListAdministratorsQuery query, CancellationToken cancellationToken)
    {
        var found = await (
            from held in db.RoleAssignments.AsNoTracking()
            join account in db.AccountNames on held.AccountId equals account.Id
            where held.Role == Role.Administrator && held.Until == null
            orderby held.Id
            select new { Held = held, account.DisplayNameSealed }).ToListAsync(cancellationToken);
        return found.ConvertAll(one => RoleView.Of(one.Held, one.DisplayNameSealed, seal));
    }
}
