using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Adds the passkey that the browser made to the caller's account.</summary>
/// <param name="State">As it came with the options.</param>
/// <param name="Credential">The browser's answer, as JSON.</param>
/// <param name="Name">What the person calls it.</param>
public sealed record AddPasskeyCommand(string State, string Credential, string Name) : ICommand<PasskeySummary>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskeyCommand>
{
    public AddPasskeyValidator()
    {
        RuleFor(command => command.State).NotEmpty().MaximumLength(PasskeyRules.LongestText);
        RuleFor(command => command.Credential).NotEmpty().MaximumLength(PasskeyRules.LongestText);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(100);
    }
}

internal sealed class AddPasskeyHandler(IPasskeys passkeys, StrongMeans means) : IRequestHandler<AddPasskeyCommand, PasskeySummary>
{
    public async Task<PasskeySummary> Handle(AddPasskeyCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        return await passkeys.AddAsync(account.AccountId, command.State, command.Credential, command.Name, cancellationToken)
            ?? throw new RuleViolation(AccountErrors.WrongPasskey);
    }
}

/// <summary>Limits of what a browser sends about a passkey.</summary>
internal static class PasskeyRules
{
    // An attestation with certificates is a few thousand characters.
    public const int LongestText = 20_000;
}
