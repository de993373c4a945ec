using System.Buffers.Text;
using System.Security.Cryptography;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Makes a key for an integrator of the project.</summary>
public sealed record MakeIntegratorKeyCommand(Guid ProjectId, Guid IntegratorId, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt) : ICommand<MadeKey>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

/// <summary>A key just made.</summary>
/// <param name="Key">The secret itself; shown once.</param>
public sealed record MadeKey(Guid KeyId, string Key, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt) : ISecretAnswer;

internal sealed class MakeIntegratorKeyValidator : AbstractValidator<MakeIntegratorKeyCommand>
{
    public MakeIntegratorKeyValidator() => RuleFor(command => command.Scopes).NotEmpty().Must(scopes => scopes.Count <= KeyScope.All.Count && scopes.All(KeyScope.All.Contains));
}

internal sealed class MakeIntegratorKeyHandler(IParticipationDb db, IAccounts accounts, Caller caller, TimeProvider time) : IRequestHandler<MakeIntegratorKeyCommand, MadeKey>
{
    public async Task<MadeKey> Handle(MakeIntegratorKeyCommand command, CancellationToken cancellationToken)
    {
        if (!await accounts.IsIntegratorAsync(command.IntegratorId, command.ProjectId, cancellationToken))
        {
            throw new NotFound();
        }

        var secret = KeySecret.New();
        var key = IntegratorKey.Make(
            command.IntegratorId, command.ProjectId, Sessions.HashOf(secret), command.Scopes, caller.AccountId!.Value, time.GetUtcNow(), command.ExpiresAt.ToUniversalTime());
        db.IntegratorKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return new MadeKey(key.Id, secret, key.Scopes, key.ExpiresAt);
    }
}

/// <summary>The secret of an integrator's key, with a prefix by which a leaked one is recognised.</summary>
public static class KeySecret
{
    public const string Prefix = "brm_";

    internal static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
