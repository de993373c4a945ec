using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>Makes the code that the person gives to a relative whom they invited; a new one replaces the one before.</summary>
public sealed record IssueInvitationCodeCommand(Guid ServiceUserId, Guid MemberId) : ICommand<IssuedCode>
{
    /// <summary>Days that an invitation is good for.</summary>
    public const int Days = 30;

    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class IssueInvitationCodeHandler(IParticipationDb db, IOneTimeCodes codes, Caller caller, TimeProvider time) : IRequestHandler<IssueInvitationCodeCommand, IssuedCode>
{
    public async Task<IssuedCode> Handle(IssueInvitationCodeCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
        await caller.DecidesAsync(db, person, time.GetUtcNow(), cancellationToken);
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        return member is { State: CircleState.Invited, Role: Role.Relative }
            ? await codes.IssueAsync(command.ServiceUserId, CodePurpose.Invitation, command.MemberId, TimeSpan.FromDays(IssueInvitationCodeCommand.Days), cancellationToken)
            : throw new RuleViolation(ParticipationErrors.PlaceNotOpen);
    }
}
