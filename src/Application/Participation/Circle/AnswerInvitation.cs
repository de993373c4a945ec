using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>Somebody whom the person invited by account takes the place, or does not.</summary>
public sealed record AnswerInvitationCommand(Guid ServiceUserId, Guid MemberId, bool Accepts) : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class AnswerInvitationHandler(IParticipationDb db, IRecordScope scope, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<AnswerInvitationCommand, Unit>
{
    public async Task<Unit> Handle(AnswerInvitationCommand command, CancellationToken cancellationToken)
    {
        var act = new Act(caller.Account(), Setting.Alone, time.GetUtcNow());
        // The caller's own places show before any record is open; nobody else's does.
        var offered = await db.CircleMembers.AsNoTracking().AnyAsync(
            member => member.ServiceUserId == command.ServiceUserId && member.Id == command.MemberId && member.AccountId == act.By
                && member.Ground == CircleGround.InvitedByPerson && member.Until == null, cancellationToken);
        if (!offered)
        {
            throw new NotFound();
        }

        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        if (command.Accepts)
        {
            await RequireRoleAsync(member, cancellationToken);
            member.Accept(act);
        }
        else
        {
            member.Decline(act);
        }

        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync<AnswerInvitationCommand>(member, cancellationToken);
        return Unit.Value;
    }

    // The role may have ended, or the person may have left the project, since the invitation.
    private async Task RequireRoleAsync(CircleMember member, CancellationToken cancellationToken)
    {
        if (member.Role != Role.Relative && !await db.RoleAssignments.With(new HeldRoles(member.AccountId, member.ProjectId, member.Role)).AnyAsync(cancellationToken))
        {
            throw new NotFound();
        }
    }
}
