using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>The person takes a goal on, says no to it, puts it aside, says that it is under way or reached; with somebody beside them, it is noted who. Sent again, one effect.</summary>
/// <param name="StepId">Made by the device.</param>
/// <param name="To">Where the goal stands from now on.</param>
/// <param name="Words">Why, if they want to say.</param>
/// <param name="ReadAt">The <c>at</c> of the plan that was on the screen: a yes is to the words that stood there, and is refused if somebody else wrote them otherwise since.</param>
public sealed record StepGoalCommand(
    Guid ServiceUserId, Guid GoalId, Guid StepId, GoalState To, string? Words, DateTimeOffset At, Setting Setting, Guid? PresentMemberId, DateTimeOffset? ReadAt = null) : ICommand<WrittenGoal>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class StepGoalValidator : AbstractValidator<StepGoalCommand>
{
    public StepGoalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.StepId).NotEmpty();
        RuleFor(command => command.Words).MaximumLength(GoalText.LongestWhy);
    }
}

internal sealed class StepGoalHandler(IAccomplishmentPlanDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<StepGoalCommand, WrittenGoal>
{
    public async Task<WrittenGoal> Handle(StepGoalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.StepId, command) with { ReadAt = command.ReadAt };
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var goal = await db.HoldGoalAsync(command.ServiceUserId, command.GoalId, cancellationToken) ?? throw new NotFound();
        var steps = await db.GoalSteps.Where(step => step.ServiceUserId == command.ServiceUserId && (step.GoalId == command.GoalId || step.Id == command.StepId))
            .ToListAsync(cancellationToken);
        if (steps.Find(step => step.Id == command.StepId) is { } same)
        {
            return same.Is(noting) && same.GoalId == command.GoalId && same.State == command.To && key.Says(PlanColumns.StepWords, same.WordsSealed, command.Words)
                ? new WrittenGoal(goal.Id, goal.State, same.At)
                : throw new RuleViolation(FactErrors.IdReused, command.StepId);
        }

        await db.GoalWordings.Where(wording => wording.ServiceUserId == command.ServiceUserId && wording.GoalId == command.GoalId).LoadAsync(cancellationToken);
        goal.Step(noting, command.To, key.SealAny(PlanColumns.StepWords, command.Words), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new WrittenGoal(goal.Id, goal.State, goal.Steps.Single(step => step.Id == command.StepId).At);
    }
}
