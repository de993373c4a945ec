using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>The person no longer contests that somebody represents them. Taken back twice, it is taken back once.</summary>
public sealed record TakeBackContestCommand(Guid ServiceUserId, Guid RepresentativeId, Guid ContestId) : ICommand<Unit>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class TakeBackContestHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<TakeBackContestCommand, Unit>
{
    public async Task<Unit> Handle(TakeBackContestCommand command, CancellationToken cancellationToken)
    {
        var contest = await db.RepresentationContests.SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ContestId && one.RepresentativeId == command.RepresentativeId, cancellationToken) ?? throw new NotFound();
        contest.TakeBack(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
