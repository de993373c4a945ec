using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Names another system that may be given keys in a project. People then open tabs to it as to anybody else.</summary>
public sealed record MakeIntegratorCommand(Guid ProjectId, Guid IntegratorId, string Name) : ICommand<Unit>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class MakeIntegratorValidator : AbstractValidator<MakeIntegratorCommand>
{
    public MakeIntegratorValidator() => RuleFor(command => command.Name).NotEmpty().MaximumLength(200);
}

internal sealed class MakeIntegratorHandler(IAccounts accounts) : IRequestHandler<MakeIntegratorCommand, Unit>
{
    public async Task<Unit> Handle(MakeIntegratorCommand command, CancellationToken cancellationToken)
    {
        await accounts.CreateIntegratorAsync(command.IntegratorId, command.ProjectId, command.Name, cancellationToken);
        if (!await accounts.IsIntegratorAsync(command.IntegratorId, command.ProjectId, cancellationToken))
        {
            // The id is another account's.
            throw new RuleViolation(SharedErrors.AlreadyThere);
        }

        return Unit.Value;
    }
}
