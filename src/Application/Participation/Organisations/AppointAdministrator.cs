using Barometre.Application.Participation.Projects;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>An administrator appoints another account. Appointed twice, it is one once.</summary>
public sealed record AppointAdministratorCommand(Guid AssignmentId, Guid AccountId) : ICommand<RoleView>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class AppointAdministratorHandler(IParticipationDb db, IAccountSeal seal, TimeProvider time) : IRequestHandler<AppointAdministratorCommand, RoleView>
{
    public async Task<RoleView> Handle(AppointAdministratorCommand command, CancellationToken cancellationToken)
    {
        var name = await db.AccountNames.AsNoTracking().SingleOrDefaultAsync(account => account.Id == command.AccountId, cancellationToken)
            ?? throw new RuleViolation(ParticipationErrors.AccountUnknown);
        await db.LockAdministratorsAsync(cancellationToken);
        var held = await db.RoleAssignments.AsNoTracking().SingleOrDefaultAsync(
            known => known.AccountId == command.AccountId && known.Role == Role.Administrator && known.Until == null, cancellationToken);
        if (held is null)
        {
            if (await db.RoleAssignments.AnyAsync(known => known.Id == command.AssignmentId, cancellationToken))
            {
                throw new RuleViolation(ParticipationErrors.IdTaken);
            }

            held = RoleAssignment.OfAdministrator(command.AssignmentId, command.AccountId, time.GetUtcNow());
            db.RoleAssignments.Add(held);
            await db.SaveChangesAsync(cancellationToken);
        }

        return RoleView.Of(held, name.DisplayNameSealed, seal);
    }
}
