using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>The person invites a practitioner or another system of one of their projects (by account), or a relative (by a code, made next). Sent twice, one place is offered.</summary>
/// <param name="Label">What the person calls a relative; sealed.</param>
public sealed record InviteToCircleCommand(Guid ServiceUserId, Guid MemberId, Role Role, Guid? AccountId, Guid? ProjectId, string? Label, Sharing Sharing) : ICommand<Unit>
{
    public const string LabelColumn = "participation.circle_member.label";

    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class InviteToCircleValidator : AbstractValidator<InviteToCircleCommand>
{
    public InviteToCircleValidator()
    {
        RuleFor(command => command.Role).Must(role => role is Role.Practitioner or Role.Relative or Role.Integrator);
        RuleFor(command => command.Label).MaximumLength(100);
        RuleFor(command => command.Sharing).NotNull();
        RuleFor(command => command.AccountId).NotNull().When(command => command.Role != Role.Relative).Null().When(command => command.Role == Role.Relative, ApplyConditionTo.CurrentValidator);
        RuleFor(command => command.ProjectId).NotNull().When(command => command.Role != Role.Relative).Null().When(command => command.Role == Role.Relative, ApplyConditionTo.CurrentValidator);
    }
}

internal sealed class InviteToCircleHandler(IParticipationDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<InviteToCircleCommand, Unit>
{
    public async Task<Unit> Handle(InviteToCircleCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
        var act = await caller.DecidesAsync(db, person, time.GetUtcNow(), cancellationToken);
        var label = command.Label is null ? null : (await keys.ForAsync(command.ServiceUserId, cancellationToken)).Seal(InviteToCircleCommand.LabelColumn, command.Label);
        var invitation = new Invitation(command.ServiceUserId, command.MemberId, command.Role, command.AccountId, command.ProjectId, label, command.Sharing);
        if (await db.IsKnownAsync(invitation, CircleGround.InvitedByPerson, cancellationToken))
        {
            return Unit.Value;
        }

        if (command.Role != Role.Relative && await db.KeepsOutAsync(command.ServiceUserId, command.AccountId, command.Role, command.ProjectId, cancellationToken))
        {
            throw new RuleViolation(RightsErrors.KeptOut);
        }

        await db.RequirePlaceAsync(person, invitation, cancellationToken);
        db.CircleMembers.Add(CircleMember.Invited(invitation, act));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
