using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Demonstrations;

/// <summary>Gives a demonstration project the coordinator who gives everybody else their role; refused for any other project.</summary>
public sealed record AppointDemonstrationCoordinatorCommand(Guid ProjectId, Guid AssignmentId, Guid AccountId) : ICommand<Unit>
{
    public Needed Access => Needed.System;
}

internal sealed class AppointDemonstrationCoordinatorHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<AppointDemonstrationCoordinatorCommand, Unit>
{
    public async Task<Unit> Handle(AppointDemonstrationCoordinatorCommand command, CancellationToken cancellationToken)
    {
        if (!await db.Projects.AnyAsync(project => project.Id == command.ProjectId && project.Demonstration, cancellationToken))
        {
            throw new NotFound();
        }

        if (!await db.RoleAssignments.AnyAsync(known => known.Id == command.AssignmentId, cancellationToken))
        {
            db.RoleAssignments.Add(RoleAssignment.InProject(command.AssignmentId, command.AccountId, command.ProjectId, Role.Coordinator, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
