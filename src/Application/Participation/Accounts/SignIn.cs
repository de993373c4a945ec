using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Signs in with a name and a password, and the second factor if the account has one.</summary>
/// <param name="Attempt">The attempt, counted.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">What the authenticator shows.</param>
/// <param name="RecoveryCode">A recovery code instead.</param>
/// <param name="Mode">How the front end holds the session.</param>
public sealed record SignInCommand(AttemptTicket Attempt, string Name, string Password, string? Code, string? RecoveryCode, SessionMode Mode) : ICommand<SignInOutcome>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(SignInName.Longest);
        RuleFor(command => command.Password).NotEmpty().MaximumLength(PasswordPolicy.Longest);
        RuleFor(command => command.Code).MaximumLength(Codes.OneTimeCode.LongestTyped);
        RuleFor(command => command.RecoveryCode).MaximumLength(Codes.OneTimeCode.LongestTyped);
        RuleFor(command => command.Mode).IsInEnum();
    }
}

internal sealed class SignInHandler(IAccounts accounts, ISecondFactors factors, IAttempts attempts, Sessions sessions) : IRequestHandler<SignInCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(SignInCommand command, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(command.Name, cancellationToken);
        if (!await accounts.VerifyAsync(account?.AccountId, command.Password, cancellationToken) || account is null)
        {
            return SignInOutcome.Refused(AccountErrors.WrongNameOrPassword);
        }

        var strong = false;
        if (account.HasAuthenticator)
        {
            if (command.Code is null && command.RecoveryCode is null)
            {
                await attempts.ForgiveAsync(command.Attempt, cancellationToken);
                return SignInOutcome.Refused(AccountErrors.SecondFactorMissing);
            }

            strong = await SecondFactorAsync(command, account.AccountId, cancellationToken);
            if (!strong)
            {
                return SignInOutcome.Refused(AccountErrors.WrongCode);
            }
        }

        await attempts.ForgiveAsync(command.Attempt, cancellationToken);
        var device = await attempts.RememberDeviceAsync(account.AccountId, command.Attempt, cancellationToken);
        return new SignInOutcome(await sessions.StartAsync(account.AccountId, strong, command.Mode, device, cancellationToken), null);
    }

    private async Task<bool> SecondFactorAsync(SignInCommand command, Guid accountId, CancellationToken cancellationToken)
    {
        // Six digits are few: whoever has the password, from wherever, gets few tries at them.
        var ticket = await attempts.PlaceAsync(AttemptKind.SecondFactor, accountId.ToString(), command.Attempt.Address, command.Attempt.KnownDevice, cancellationToken);
        if (await attempts.CountAsync(ticket, cancellationToken) is { } wait)
        {
            throw new TooManyAttempts(AccountErrors.TooManyAttempts, wait);
        }

        var right = command.Code is not null
            ? await factors.TakeAuthenticatorCodeAsync(accountId, command.Code, confirming: false, cancellationToken)
            : await factors.TakeRecoveryCodeAsync(accountId, command.RecoveryCode!, cancellationToken);
        if (right)
        {
            await attempts.ForgiveAsync(ticket, cancellationToken);
        }

        return right;
    }
}
