using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>An account administers no more; the last administrator stays.</summary>
public sealed record EndAdministrationCommand(Guid AssignmentId) : ICommand<Unit>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class EndAdministrationHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<EndAdministrationCommand, Unit>
{
    public async Task<Unit> Handle(EndAdministrationCommand command, CancellationToken cancellationToken)
    {
        // Two administrators who end each other's role at once would leave none: one after the other.
        await db.LockAdministratorsAsync(cancellationToken);
        var held = await db.RoleAssignments.SingleOrDefaultAsync(known => known.Id == command.AssignmentId && known.Role == Role.Administrator, cancellationToken)
            ?? throw new NotFound();
        if (held.Until is null)
        {
            if (!await db.RoleAssignments.AnyAsync(other => other.Role == Role.Administrator && other.Until == null && other.Id != held.Id, cancellationToken))
            {
                throw new RuleViolation(ParticipationErrors.LastAdministrator);
            }

            held.End(time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
