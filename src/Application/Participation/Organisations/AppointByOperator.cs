using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Organisations;

/// <summary>The operator makes an account an administrator from the command line: the first has nobody to appoint them. Said twice, it is so once.</summary>
public sealed record AppointByOperatorCommand(string AccountName) : ICommand<Unit>
{
    public Needed Access => Needed.System;
}

internal sealed class AppointByOperatorValidator : AbstractValidator<AppointByOperatorCommand>
{
    public AppointByOperatorValidator() => RuleFor(command => command.AccountName).NotEmpty();
}

internal sealed class AppointByOperatorHandler(IParticipationDb db, IAccounts accounts, TimeProvider time) : IRequestHandler<AppointByOperatorCommand, Unit>
{
    public async Task<Unit> Handle(AppointByOperatorCommand command, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(command.AccountName, cancellationToken) ?? throw new RuleViolation(ParticipationErrors.AccountUnknown);
        await db.LockAdministratorsAsync(cancellationToken);
        if (!await db.RoleAssignments.AnyAsync(held => held.AccountId == account.AccountId && held.Role == Role.Administrator && held.Until == null, cancellationToken))
        {
            db.RoleAssignments.Add(RoleAssignment.OfAdministrator(Guid.CreateVersion7(), account.AccountId, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return Unit.Value;
    }
}
