using Barometre.Application.AccomplishmentPlan.Changes;
using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>Writes a goal: the person's own stands at once; anybody else's, written alone, is a proposal and waits for their yes. Sent again, one effect.</summary>
/// <param name="Adopted">True to take it on at once: the person's to say.</param>
public sealed record WriteGoalCommand(
    Guid ServiceUserId, Guid GoalId, GoalText Goal, bool Adopted, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<WrittenGoal>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

/// <summary>The goal that was kept.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="At">The time that counts.</param>
public sealed record WrittenGoal(Guid GoalId, GoalState State, DateTimeOffset At);

internal sealed class WriteGoalValidator : AbstractValidator<WriteGoalCommand>
{
    public WriteGoalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.GoalId).NotEmpty();
        RuleFor(command => command.Goal).SetValidator(new GoalTextValidator());
    }
}

internal sealed class WriteGoalHandler(IAccomplishmentPlanDb db, PlanLinks links, IRecordKeys keys, Caller caller, TimeProvider time)
    : IRequestHandler<WriteGoalCommand, WrittenGoal>
{
    public async Task<WrittenGoal> Handle(WriteGoalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.GoalId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.Goals.AsNoTracking().Include(goal => goal.Wordings.Where(wording => wording.Id == command.GoalId))
            .FirstOrDefaultAsync(goal => goal.ServiceUserId == command.ServiceUserId && goal.Id == command.GoalId, cancellationToken);
        if (known is not null)
        {
            return known.Wordings[0].Is(noting) && command.Goal.IsIn(known.Wordings[0], key)
                ? new WrittenGoal(known.Id, known.State, known.At)
                : throw new RuleViolation(FactErrors.IdReused, command.GoalId);
        }

        await links.RequireAsync(command.ServiceUserId, command.Goal, null, cancellationToken);
        await db.RequireNewGoalAsync(noting, command.Goal.Words, key, cancellationToken);
        var goal = Goal.Write(noting, command.Goal.Seal(key), command.Adopted, time.GetUtcNow());
        db.Goals.Add(goal);
        await db.SaveChangesAsync(cancellationToken);
        return new WrittenGoal(goal.Id, goal.State, goal.At);
    }
}
