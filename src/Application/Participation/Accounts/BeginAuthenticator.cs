using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Begins to add an authenticator: makes its secret, which counts once a code of it was given.</summary>
public sealed record BeginAuthenticatorCommand : ICommand<AuthenticatorSecret>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>The secret to put into an authenticator.</summary>
/// <param name="Secret">In base 32, to type.</param>
/// <param name="Address">The same as an <c>otpauth:</c> address, to show as a QR code.</param>
public sealed record AuthenticatorSecret(string Secret, string Address) : ISecretAnswer;

internal sealed class BeginAuthenticatorHandler(ISecondFactors factors, StrongMeans means) : IRequestHandler<BeginAuthenticatorCommand, AuthenticatorSecret>
{
    public async Task<AuthenticatorSecret> Handle(BeginAuthenticatorCommand command, CancellationToken cancellationToken)
    {
        var account = await means.RequireAsync(cancellationToken);
        if (account.HasAuthenticator)
        {
            throw new RuleViolation(AccountErrors.AuthenticatorPresent);
        }

        var secret = await factors.BeginAuthenticatorAsync(account.AccountId, cancellationToken);
        return new AuthenticatorSecret(secret, $"otpauth://totp/Barometre:{Uri.EscapeDataString(account.Name ?? "")}?secret={secret}&issuer=Barometre");
    }
}
