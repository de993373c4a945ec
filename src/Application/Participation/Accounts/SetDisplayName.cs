using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Says how the caller is shown to the people they accompany.</summary>
public sealed record SetDisplayNameCommand(string DisplayName) : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class SetDisplayNameValidator : AbstractValidator<SetDisplayNameCommand>
{
    public SetDisplayNameValidator() => RuleFor(command => command.DisplayName).NotEmpty().MaximumLength(200);
}

internal sealed class SetDisplayNameHandler(IAccounts accounts, Caller caller) : IRequestHandler<SetDisplayNameCommand, Unit>
{
    public async Task<Unit> Handle(SetDisplayNameCommand command, CancellationToken cancellationToken)
    {
        await accounts.SetDisplayNameAsync(caller.AccountId!.Value, command.DisplayName, cancellationToken);
        return Unit.Value;
    }
}
