using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>The person freezes their record: nobody but them reads or writes in it, from everybody's next request until it is lifted.</summary>
public sealed record FreezeRecordCommand(Guid ServiceUserId, Guid FreezeId) : ICommand<Unit>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class FreezeRecordHandler(IParticipationDb db, ITombstones tombstones, Caller caller, TimeProvider time) : IRequestHandler<FreezeRecordCommand, Unit>
{
    public async Task<Unit> Handle(FreezeRecordCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        if (await db.Freezes.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.FreezeId, cancellationToken))
        {
            return Unit.Value;
        }

        if (person.Frozen)
        {
            throw new RuleViolation(RightsErrors.AlreadyFrozen);
        }

        db.Freezes.Add(Freeze.Of(command.ServiceUserId, command.FreezeId, person.AccountId is not null, act));
        person.Freeze(true);
        await db.SaveChangesAsync(cancellationToken);
        await tombstones.AddAsync(command.ServiceUserId, TombstoneReason.Restricted, null, cancellationToken);
        return Unit.Value;
    }
}
