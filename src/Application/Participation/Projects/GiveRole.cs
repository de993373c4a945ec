using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Projects;

/// <summary>A role held by an account in a project; an administrator's in none.</summary>
/// <param name="DisplayName">The name that the account goes by.</param>
public sealed record RoleView(Guid AssignmentId, Guid AccountId, string DisplayName, Role Role, DateTimeOffset Since)
{
    internal static RoleView Of(RoleAssignment held, byte[]? nameSealed, IAccountSeal seal) => new(held.Id, held.AccountId, seal.NameIn(nameSealed) ?? "", held.Role, held.Since);
}

/// <summary>A coordinator (in their project) or an administrator gives an account a role. Given twice, it is held once.</summary>
public sealed record GiveRoleCommand(Guid ProjectId, Guid AssignmentId, Guid AccountId, Role Role) : ICommand<RoleView>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class GiveRoleValidator : AbstractValidator<GiveRoleCommand>
{
    public GiveRoleValidator() => RuleFor(command => command.Role).IsInEnum();
}

internal sealed class GiveRoleHandler(IParticipationDb db, IAccountSeal seal, TimeProvider time) : IRequestHandler<GiveRoleCommand, RoleView>
{
    public async Task<RoleView> Handle(GiveRoleCommand command, CancellationToken cancellationToken)
    {
        var name = await db.AccountNames.AsNoTracking().SingleOrDefaultAsync(account => account.Id == command.AccountId, cancellationToken)
            ?? throw new RuleViolation(ParticipationErrors.AccountUnknown);
        if (!await db.Projects.AnyAsync(project => project.Id == command.ProjectId, cancellationToken))
        {
            throw new NotFound();
        }

        var held = await db.RoleAssignments.AsNoTracking().With(new HeldRoles(command.AccountId, command.ProjectId, command.Role)).SingleOrDefaultAsync(cancellationToken);
        if (held is null)
        {
            if (await db.RoleAssignments.AnyAsync(known => known.Id == command.AssignmentId, cancellationToken))
            {
                throw new RuleViolation(ParticipationErrors.IdTaken);
            }

            held = RoleAssignment.InProject(command.AssignmentId, command.AccountId, command.ProjectId, command.Role, time.GetUtcNow());
            db.RoleAssignments.Add(held);
            await db.SaveChangesAsync(cancellationToken);
        }

        return RoleView.Of(held, name.DisplayNameSealed, seal);
    }
}
