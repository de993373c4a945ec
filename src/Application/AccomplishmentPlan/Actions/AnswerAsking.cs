using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Whoever was asked to carry an action says yes or no; for a partner outside, somebody of the circle notes what they said. Sent again, one effect.</summary>
/// <param name="TurnId">Made by the device.</param>
public sealed record AnswerAskingCommand(
    Guid ServiceUserId, Guid ActionId, Guid TurnId, bool Accepted, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptAction>, INoting
{
    /// <summary>Anybody around the person can be asked, whatever is open to them, and says yes or no.</summary>
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner, Role.Relative, Role.Integrator);
}

internal sealed class AnswerAskingValidator : AbstractValidator<AnswerAskingCommand>
{
    public AnswerAskingValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.TurnId).NotEmpty();
    }
}

internal sealed class AnswerAskingHandler(IAccomplishmentPlanDb db, Carriers carriers, Caller caller, TimeProvider time) : IRequestHandler<AnswerAskingCommand, KeptAction>
{
    public async Task<KeptAction> Handle(AnswerAskingCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.TurnId, command);
        var (action, goal) = await db.HoldWithGoalAsync(command.ServiceUserId, command.ActionId, cancellationToken);
        // Whether an action is there that is neither open to them nor theirs is nothing they may know.
        await carriers.RequireKnownAsync(action, cancellationToken);
        var turns = await db.TurnsAsync(action, command.TurnId, cancellationToken);
        var answer = command.Accepted ? Carrying.Accepted : Carrying.Declined;
        if (KeptFact.Again(turns.Find(turn => turn.Id == command.TurnId), noting, known => known.ActionId == action.Id && known.Carrying == answer) is { } same)
        {
            return KeptAction.Of(action, same.At);
        }

        await RequireAskedAsync(action, noting, cancellationToken);
        action.Answer(noting, goal, command.Accepted, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptAction.Of(action, action.Turns.Single(turn => turn.Id == command.TurnId).At);
    }

    private async Task RequireAskedAsync(PlanAction action, Noting noting, CancellationToken cancellationToken)
    {
        var isAsked = await carriers.IsCallerAsync(action, cancellationToken) || (action.CarrierKind == CarrierKind.Person && noting.IsThePersons);
        carriers.RequirePart(isAsked && noting.Setting == Setting.Alone);
        if (!isAsked && action.CarrierKind is not (null or CarrierKind.Partner))
        {
            throw new Forbidden(PlanErrors.NotYoursToCarry);
        }
    }
}
