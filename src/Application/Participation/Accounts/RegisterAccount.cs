using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Makes an account with a name of one's choice: no e-mail, no phone.</summary>
/// <param name="Attempt">The attempt, counted.</param>
/// <param name="Name">What one signs in with; kept so that the database does not show it.</param>
/// <param name="Password">The password.</param>
/// <param name="DisplayName">How staff and relatives are shown to the people they accompany; what a service user is called stands in their record instead.</param>
public sealed record RegisterAccountCommand(AttemptTicket Attempt, string Name, string Password, string? DisplayName) : ICommand<Guid>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class RegisterAccountValidator : AbstractValidator<RegisterAccountCommand>
{
    public RegisterAccountValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(SignInName.Longest).Must(SignInName.IsReadable);
        RuleFor(command => command.DisplayName).MaximumLength(200);
        RuleFor(command => command.Password).NotEmpty().MaximumLength(PasswordPolicy.Longest);
    }
}

internal sealed class RegisterAccountHandler(IAccounts accounts, TimeProvider time) : IRequestHandler<RegisterAccountCommand, Guid>
{
    public async Task<Guid> Handle(RegisterAccountCommand command, CancellationToken cancellationToken)
    {
        var accountId = Guid.CreateVersion7(time.GetUtcNow());
        await accounts.CreateAsync(accountId, command.Name, command.Password, command.DisplayName, cancellationToken);
        return accountId;
    }
}
