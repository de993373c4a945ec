using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Revokes a key: it opens nothing from the next request on.</summary>
public sealed record RevokeIntegratorKeyCommand(Guid ProjectId, Guid KeyId) : ICommand<Unit>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class RevokeIntegratorKeyHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<RevokeIntegratorKeyCommand, Unit>
{
    public async Task<Unit> Handle(RevokeIntegratorKeyCommand command, CancellationToken cancellationToken)
    {
        var key = await db.IntegratorKeys.SingleOrDefaultAsync(found => found.Id == command.KeyId && found.ProjectId == command.ProjectId, cancellationToken) ?? throw new NotFound();
        key.Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
