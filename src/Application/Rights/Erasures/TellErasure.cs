using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Tells the person, in their inbox, on what day whoever represents them has their record erased; called off, takes that back. By a job, after it was confirmed or called off, or the person claimed the record meanwhile.</summary>
public sealed record TellErasureCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<Unit>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class TellErasureHandler(IRightsDb db, ILegalNotices notices) : IRequestHandler<TellErasureCommand, Unit>
{
    public async Task<Unit> Handle(TellErasureCommand command, CancellationToken cancellationToken)
    {
        switch (await db.Erasures.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken))
        {
            case { State: ErasureState.Confirmed, AccountId: { } account, ExecutesAt: { } at }:
                await notices.TellAsync(command.ServiceUserId, [account], LegalNotice.RecordErases, DateOnly.FromDateTime(at.UtcDateTime), cancellationToken);
                break;
            case { State: ErasureState.Cancelled, ExecutesAt: { } at }:
                await notices.TellAsync(command.ServiceUserId, [], LegalNotice.RecordErases, DateOnly.FromDateTime(at.UtcDateTime), cancellationToken);
                break;
        }

        return Unit.Value;
    }
}
