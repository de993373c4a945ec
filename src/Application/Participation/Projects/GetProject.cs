using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>One project, to whoever holds a role in it and to administrators.</summary>
public sealed record GetProjectQuery(Guid ProjectId) : IQuery<ProjectView>
{
    public Needed Access => Needed.Project(ProjectId, [.. RoleAssignment.GivenByProjects, Role.Integrator, Role.Administrator]);
}

internal sealed class GetProjectHandler(IParticipationDb db) : IRequestHandler<GetProjectQuery, ProjectView>
{
    public async Task<ProjectView> Handle(GetProjectQuery query, CancellationToken cancellationToken)
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(known => known.Id == query.ProjectId, cancellationToken) ?? throw new NotFound();
        return new ProjectView(project.Id, project.OrganisationId, project.Description, project.Version);
    }
}
