using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>Who holds which role in a project today.</summary>
public sealed record ListRolesQuery(Guid ProjectId, string? After, int Limit) : IQuery<Page<RoleView>>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class ListRolesValidator : AbstractValidator<ListRolesQuery>
{
    public ListRolesValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ListRolesHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListRolesQuery, Page<RoleView>>
{
    public async Task<Page<RoleView>> Handle(ListRolesQuery query, CancellationToken cancellationToken)
    {
        var after = Cursor.Id(query.After) ?? Guid.Empty;
        var found = await (
            from held in db.RoleAssignments.AsNoTracking()
            join account in db.AccountNames on held.AccountId equals account.Id
            where held.ProjectId == query.ProjectId && held.Until == null && held.Id > after
            orderby held.Id
            select new { Held = held, account.DisplayNameSealed }).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found.ConvertAll(one => RoleView.Of(one.Held, one.DisplayNameSealed, seal)), query.Limit, last => Cursor.Of(last.AssignmentId));
    }
}
