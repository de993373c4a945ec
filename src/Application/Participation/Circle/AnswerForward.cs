using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>The person says yes or no to somebody whom a coordinator put forward.</summary>
public sealed record AnswerForwardCommand(Guid ServiceUserId, Guid MemberId, bool Agrees) : ICommand<Unit>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId) with { Alone = true };
}

internal sealed class AnswerForwardHandler(IParticipationDb db, ClosedToSystems closed, Caller caller, TimeProvider time) : IRequestHandler<AnswerForwardCommand, Unit>
{
    public async Task<Unit> Handle(AnswerForwardCommand command, CancellationToken cancellationToken)
    {
        var act = new Act(caller.Account(), Setting.Alone, time.GetUtcNow());
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        var before = member.OpenTabs;
        if (command.Agrees)
        {
            member.Confirm(act);
        }
        else
        {
            member.Decline(act);
        }

        await db.SaveChangesAsync(cancellationToken);
        await closed.TellAsync(member, before, cancellationToken);
        return Unit.Value;
    }
}
