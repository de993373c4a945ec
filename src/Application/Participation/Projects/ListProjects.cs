using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>The projects in which the caller holds a role (every project, for an administrator), in the order of their ids.</summary>
public sealed record ListProjectsQuery(string? After, int Limit) : IQuery<Page<ProjectView>>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ListProjectsValidator : AbstractValidator<ListProjectsQuery>
{
    public ListProjectsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ListProjectsHandler(IParticipationDb db, Caller caller) : IRequestHandler<ListProjectsQuery, Page<ProjectView>>
{
    public async Task<Page<ProjectView>> Handle(ListProjectsQuery query, CancellationToken cancellationToken)
    {
        var (account, after) = (caller.Account(), Cursor.Id(query.After) ?? Guid.Empty);
        var held = db.RoleAssignments.With(new HeldRoles(account));
        var found = await db.Projects.AsNoTracking()
            .Where(project => project.Id > after && held.Any(assignment => assignment.ProjectId == project.Id || assignment.Role == Role.Administrator))
            .OrderBy(project => project.Id).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found.ConvertAll(project => new ProjectView(project.Id, project.OrganisationId, project.Description, project.Version)), query.Limit, last => Cursor.Of(last.ProjectId));
    }
}
