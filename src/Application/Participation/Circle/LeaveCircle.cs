using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>The person takes a place back, or a member leaves; it counts at the member's next request. Done twice, it is done once.</summary>
public sealed record LeaveCircleCommand(Guid ServiceUserId, Guid MemberId) : ICommand<Unit>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner, Role.Relative, Role.Integrator) with { Alone = true };
}

internal sealed class LeaveCircleHandler(IParticipationDb db, ClosedToSystems closed, Caller caller, TimeProvider time) : IRequestHandler<LeaveCircleCommand, Unit>
{
    public async Task<Unit> Handle(LeaveCircleCommand command, CancellationToken cancellationToken)
    {
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        var before = member.OpenTabs;
        if (member.AccountId == caller.Account())
        {
            member.End(CircleFactKind.Left, new Act(caller.Account(), Setting.Alone, time.GetUtcNow()));
        }
        else
        {
            var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
            member.End(CircleFactKind.Removed, await caller.DecidesAsync(db, person, time.GetUtcNow(), cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        await closed.TellAsync(member, before, cancellationToken);
        return Unit.Value;
    }
}
