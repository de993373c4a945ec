using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Changes the caller's password; every other session of the account ends.</summary>
public sealed record ChangePasswordCommand(AttemptTicket Attempt, string CurrentPassword, string NewPassword) : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(command => command.CurrentPassword).NotEmpty().MaximumLength(PasswordPolicy.Longest);
        RuleFor(command => command.NewPassword).NotEmpty().MaximumLength(PasswordPolicy.Longest);
    }
}

internal sealed class ChangePasswordHandler(IAccounts accounts, IAttempts attempts, Sessions sessions, Caller caller) : IRequestHandler<ChangePasswordCommand, Unit>
{
    public async Task<Unit> Handle(ChangePasswordCommand command, CancellationToken cancellationToken)
    {
        var accountId = caller.AccountId!.Value;
        if (!await accounts.VerifyAsync(accountId, command.CurrentPassword, cancellationToken))
        {
            throw new Forbidden(AccountErrors.WrongNameOrPassword);
        }

        await attempts.ForgiveAsync(command.Attempt, cancellationToken);
        await accounts.SetPasswordAsync(accountId, command.NewPassword, cancellationToken);
        await sessions.EndAllAsync(accountId, caller.SessionId, cancellationToken);
        return Unit.Value;
    }
}
