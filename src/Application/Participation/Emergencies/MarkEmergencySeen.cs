using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>The person notes that they saw that their record was opened in an emergency.</summary>
public sealed record MarkEmergencySeenCommand(Guid ServiceUserId, Guid EmergencyId) : ICommand<Unit>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class MarkEmergencySeenHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<MarkEmergencySeenCommand, Unit>
{
    public async Task<Unit> Handle(MarkEmergencySeenCommand command, CancellationToken cancellationToken)
    {
        var opened = await db.EmergencyAccesses.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.EmergencyId, cancellationToken)
            ?? throw new NotFound();
        opened.Seen(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
