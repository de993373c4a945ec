using Barometre.Application.Participation.Projects;
using Barometre.Application.Shared;
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

internal sealed class ListAdministratorsHandler(IParticipationDb db) : IRequestHandler<ListAdministratorsQuery, IReadOnlyList<RoleView>>
{
    public async Task<IReadOnlyList<RoleView>> Handle(ListAdministratorsQuery query, CancellationToken cancellationToken) =>
        await (
            from held in db.RoleAssignments.AsNoTracking()
            join account in db.AccountNames on held.AccountId equals account.Id
            where held.Role == Role.Administrator && held.Until == null
            orderby held.Id
            select new RoleView(held.Id, held.AccountId, account.DisplayName, held.Role, held.Since)).ToListAsync(cancellationToken);
}
