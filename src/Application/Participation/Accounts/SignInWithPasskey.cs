using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Signs in with a passkey: a strong session.</summary>
public sealed record SignInWithPasskeyCommand(AttemptTicket Attempt, string State, string Credential, SessionMode Mode) : ICommand<SignInOutcome>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskeyCommand>
{
    public SignInWithPasskeyValidator()
    {
        RuleFor(command => command.State).NotEmpty().MaximumLength(PasskeyRules.LongestText);
        RuleFor(command => command.Credential).NotEmpty().MaximumLength(PasskeyRules.LongestText);
        RuleFor(command => command.Mode).IsInEnum();
    }
}

internal sealed class SignInWithPasskeyHandler(IPasskeys passkeys, IAttempts attempts, Sessions sessions) : IRequestHandler<SignInWithPasskeyCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(SignInWithPasskeyCommand command, CancellationToken cancellationToken)
    {
        if (await passkeys.VerifyAsync(command.State, command.Credential, cancellationToken) is not { } accountId)
        {
            return SignInOutcome.Refused(AccountErrors.WrongPasskey);
        }

        await attempts.ForgiveAsync(command.Attempt, cancellationToken);
        var device = await attempts.RememberDeviceAsync(accountId, command.Attempt, cancellationToken);
        return new SignInOutcome(await sessions.StartAsync(accountId, strong: true, command.Mode, device, cancellationToken), null);
    }
}
