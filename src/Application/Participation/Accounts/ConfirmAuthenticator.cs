using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Confirms the authenticator with a code of it; the session becomes a strong one. Answers with ten recovery codes.</summary>
public sealed record ConfirmAuthenticatorCommand(AttemptTicket Attempt, string Code) : ICommand<RecoveryCodes>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>Ten codes, each of which works once in place of the authenticator; shown once.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes) : ISecretAnswer;

internal sealed class ConfirmAuthenticatorValidator : AbstractValidator<ConfirmAuthenticatorCommand>
{
    public ConfirmAuthenticatorValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(Codes.OneTimeCode.LongestTyped);
}

internal sealed class ConfirmAuthenticatorHandler(ISecondFactors factors, IAttempts attempts, StrongMeans means, Sessions sessions, IParticipationDb db)
    : IRequestHandler<ConfirmAuthenticatorCommand, RecoveryCodes>
{
    public async Task<RecoveryCodes> Handle(ConfirmAuthenticatorCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        if (!await factors.TakeAuthenticatorCodeAsync(account.AccountId, command.Code, confirming: true, cancellationToken))
        {
            throw new RuleViolation(AccountErrors.WrongCode);
        }

        await attempts.ForgiveAsync(command.Attempt, cancellationToken);
        (await sessions.CurrentAsync(cancellationToken)).Strengthen();
        await db.SaveChangesAsync(cancellationToken);
        return new RecoveryCodes(await factors.RenewRecoveryCodesAsync(account.AccountId, cancellationToken));
    }
}
