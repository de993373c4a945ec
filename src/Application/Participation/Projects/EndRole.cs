using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>Somebody leaves a project: the role ends and, in the same transaction, every place in a circle that came from it.</summary>
public sealed record EndRoleCommand(Guid ProjectId, Guid AssignmentId) : ICommand<Unit>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class EndRoleHandler(IParticipationDb db, IDepartures departures, TimeProvider time) : IRequestHandler<EndRoleCommand, Unit>
{
    public async Task<Unit> Handle(EndRoleCommand command, CancellationToken cancellationToken)
    {
        var held = await db.RoleAssignments.SingleOrDefaultAsync(known => known.Id == command.AssignmentId && known.ProjectId == command.ProjectId, cancellationToken)
            ?? throw new NotFound();
        if (held.Until is null)
        {
            held.End(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await departures.EndPlacesAsync(held.AccountId, command.ProjectId, held.Role, cancellationToken);
        }

        return Unit.Value;
    }
}
