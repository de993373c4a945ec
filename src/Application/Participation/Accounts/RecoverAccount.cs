using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Sets a new password with a code: one that a practitioner made, or, with the account's name, one of its recovery codes. Every session ends.</summary>
public sealed record RecoverAccountCommand(AttemptTicket Attempt, string? Name, string Code, string NewPassword) : ICommand<RecoveryOutcome>
{
    public Needed Access => Needed.Anyone;
}

/// <summary>The name to sign in with, which people forget too; or why not.</summary>
public sealed record RecoveryOutcome(string? Name, Error? Refusal) : ISecretAnswer
{
    bool ISecretAnswer.HoldsSecret => Name is not null;
}

internal sealed class RecoverAccountValidator : AbstractValidator<RecoverAccountCommand>
{
    public RecoverAccountValidator()
    {
        RuleFor(command => command.Name).MaximumLength(SignInName.Longest);
        RuleFor(command => command.Code).NotEmpty().MaximumLength(OneTimeCode.LongestTyped);
        RuleFor(command => command.NewPassword).NotEmpty().MaximumLength(PasswordPolicy.Longest);
    }
}

internal sealed class RecoverAccountHandler(IAccounts accounts, ISecondFactors factors, IOneTimeCodes codes, IAttempts attempts, Sessions sessions, IParticipationDb db)
    : IRequestHandler<RecoverAccountCommand, RecoveryOutcome>
{
    public async Task<RecoveryOutcome> Handle(RecoverAccountCommand command, CancellationToken cancellationToken)
    {
        var account = command.Name is null ? await InPersonAsync(command.Code, cancellationToken) : await WithRecoveryCodeAsync(command.Name, command.Code, cancellationToken);
        if (account is null)
        {
            return new RecoveryOutcome(null, AccountErrors.WrongCode);
        }

        // A password that the policy refuses undoes all of this: the code stays good for another try.
        await accounts.SetPasswordAsync(account.AccountId, command.NewPassword, cancellationToken);
        await sessions.EndAllAsync(account.AccountId, null, cancellationToken);
        await attempts.ForgiveAsync(command.Attempt, cancellationToken);
        return new RecoveryOutcome(account.Name, null);
    }

    private async Task<AccountFacts?> WithRecoveryCodeAsync(string name, string code, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(name, cancellationToken);
        return account is not null && await factors.TakeRecoveryCodeAsync(account.AccountId, code, cancellationToken) ? account : null;
    }

    private async Task<AccountFacts?> InPersonAsync(string code, CancellationToken cancellationToken)
    {
        if (await codes.RedeemAsync(code, CodePurpose.Recovery, cancellationToken) is not { } redeemed)
        {
            return null;
        }

        // A no that the person said since counts against the code too: whoever they keep out would come back with it as the person.
        var person = await db.ServiceUsers.AsNoTracking().SingleAsync(known => known.ServiceUserId == redeemed.ServiceUserId, cancellationToken);
        if (person.AccountId is not { } accountId || redeemed.IssuedBy is not { } maker || !await db.StandsAsync(person, maker, cancellationToken))
        {
            return null;
        }

        var account = await accounts.FindAsync(accountId, cancellationToken);
        if (account is { IsStaff: false })
        {
            // Who lost their phone lost the authenticator with it. Staff keep theirs: a colleague's code must not open other people's records.
            await factors.RemoveAuthenticatorAsync(account.AccountId, cancellationToken);
        }

        return account;
    }
}
