using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Makes the key that takes another's place, with the same scopes; both work during the overlap.</summary>
/// <param name="OverlapHours">How long the old key still works, 0 to 720.</param>
public sealed record RotateIntegratorKeyCommand(Guid ProjectId, Guid KeyId, int OverlapHours, DateTimeOffset ExpiresAt) : ICommand<MadeKey>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class RotateIntegratorKeyValidator : AbstractValidator<RotateIntegratorKeyCommand>
{
    public RotateIntegratorKeyValidator() => RuleFor(command => command.OverlapHours).InclusiveBetween(0, (int)IntegratorKey.LongestOverlap.TotalHours);
}

internal sealed class RotateIntegratorKeyHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<RotateIntegratorKeyCommand, MadeKey>
{
    public async Task<MadeKey> Handle(RotateIntegratorKeyCommand command, CancellationToken cancellationToken)
    {
        var old = await db.IntegratorKeys.SingleOrDefaultAsync(key => key.Id == command.KeyId && key.ProjectId == command.ProjectId, cancellationToken) ?? throw new NotFound();
        var secret = KeySecret.New();
        var next = old.Rotate(Sessions.HashOf(secret), caller.AccountId!.Value, time.GetUtcNow(), TimeSpan.FromHours(command.OverlapHours), command.ExpiresAt.ToUniversalTime());
        db.IntegratorKeys.Add(next);
        await db.SaveChangesAsync(cancellationToken);
        return new MadeKey(next.Id, secret, next.Scopes, next.ExpiresAt);
    }
}
