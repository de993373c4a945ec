using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>The person, or whoever carries it, says where an action stands; the person alone says yes or no to one that was proposed, or drops it. Sent again, one effect.</summary>
/// <param name="StepId">Made by the device.</param>
/// <param name="To">Where the action stands from now on.</param>
/// <param name="ReadAt">The <c>at</c> of the plan that was on the screen: a yes is to the words that stood there, and is refused if somebody else wrote them otherwise since.</param>
public sealed record StepActionCommand(
    Guid ServiceUserId, Guid ActionId, Guid StepId, ActionState To, DateTimeOffset At, Setting Setting, Guid? PresentMemberId, DateTimeOffset? ReadAt = null) : ICommand<KeptAction>, INoting
{
    /// <summary>Somebody who may only read the plan, and carries an action of it, says how it goes with that one.</summary>
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class StepActionValidator : AbstractValidator<StepActionCommand>
{
    public StepActionValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.StepId).NotEmpty();
    }
}

internal sealed class StepActionHandler(IAccomplishmentPlanDb db, Carriers carriers, Caller caller, TimeProvider time) : IRequestHandler<StepActionCommand, KeptAction>
{
    public async Task<KeptAction> Handle(StepActionCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.StepId, command) with { ReadAt = command.ReadAt };
        var (action, goal) = await db.HoldWithGoalAsync(command.ServiceUserId, command.ActionId, cancellationToken);
        var carries = await carriers.CarriesAsync(action, cancellationToken);
        carriers.RequirePart(carries && command.Setting == Setting.Alone);
        var steps = await db.ActionSteps.Where(step => step.ServiceUserId == command.ServiceUserId && (step.ActionId == command.ActionId || step.Id == command.StepId))
            .ToListAsync(cancellationToken);
        if (KeptFact.Again(steps.Find(step => step.Id == command.StepId), noting, known => known.ActionId == command.ActionId && known.State == command.To) is { } same)
        {
            return KeptAction.Of(action, same.At);
        }

        await db.ActionWordings.Where(wording => wording.ServiceUserId == command.ServiceUserId && wording.ActionId == command.ActionId).LoadAsync(cancellationToken);
        await db.CarryingFacts.Where(turn => turn.ServiceUserId == command.ServiceUserId && turn.ActionId == command.ActionId).LoadAsync(cancellationToken);
        action.Step(noting, goal, command.To, carries, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptAction.Of(action, action.Steps.Single(step => step.Id == command.StepId).At);
    }
}
