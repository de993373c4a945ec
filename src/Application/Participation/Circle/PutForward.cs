using Barometre.Application.Participation.Representatives;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>A coordinator puts a practitioner of their project forward; the person's yes is needed if they have an account, and shown as missing until they give it if not.</summary>
public sealed record PutForwardCommand(Guid ProjectId, Guid ServiceUserId, Guid MemberId, Guid AccountId, Role Role, Sharing Sharing) : ICommand<Unit>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class PutForwardValidator : AbstractValidator<PutForwardCommand>
{
    public PutForwardValidator()
    {
        // Another system comes with the person's own yes, or not at all.
        RuleFor(command => command.Role).Equal(Role.Practitioner);
        RuleFor(command => command.Sharing).NotNull();
    }
}

internal sealed class PutForwardHandler(IParticipationDb db, IRecordScope scope, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<PutForwardCommand, Unit>
{
    public async Task<Unit> Handle(PutForwardCommand command, CancellationToken cancellationToken)
    {
        if (command.AccountId == caller.Account())
        {
            throw new Forbidden(ParticipationErrors.NotOneselfForward);
        }

        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        // To a coordinator, people of other projects are not there, nor those who keep them out.
        var person = await db.PersonOfProjectAsync(command.ServiceUserId, command.ProjectId, caller, cancellationToken);

        var invitation = new Invitation(command.ServiceUserId, command.MemberId, command.Role, command.AccountId, command.ProjectId, null, command.Sharing);
        if (!await db.IsKnownAsync(invitation, CircleGround.InvitedByCoordinator, cancellationToken))
        {
            if (await db.KeepsOutAsync(command.ServiceUserId, command.AccountId, command.Role, command.ProjectId, cancellationToken))
            {
                throw new RuleViolation(RightsErrors.PlaceNotOffered);
            }

            await db.RequirePlaceAsync(person, invitation, cancellationToken);
            db.CircleMembers.Add(CircleMember.PutForward(invitation, person.AccountId is not null, new Act(caller.Account(), Setting.Alone, time.GetUtcNow())));
            await db.SaveChangesAsync(cancellationToken);
            await register.EnterAsync<PutForwardCommand>(command.ServiceUserId, command.ProjectId, Role.Coordinator, cancellationToken);
        }

        return Unit.Value;
    }
}
