using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>Writes a goal's five levels in words, together, and what the goal weighs; what was written before stays readable. Sent again, one effect.</summary>
/// <param name="LevelsId">Made by the device.</param>
/// <param name="Levels">Five, from much less than hoped (−2) to much more than hoped (+2).</param>
/// <param name="Weight">1 to 10: how much the goal counts beside the others.</param>
public sealed record WriteLevelsCommand(
    Guid ServiceUserId, Guid GoalId, Guid LevelsId, IReadOnlyList<string> Levels, int Weight, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class WriteLevelsValidator : AbstractValidator<WriteLevelsCommand>
{
    public WriteLevelsValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.LevelsId).NotEmpty();
        RuleFor(command => command.Levels).Must(levels => levels.Count == PlanColumns.Levels.Count);
        RuleForEach(command => command.Levels).NotEmpty().MaximumLength(GoalText.LongestWords);
        RuleFor(command => command.Weight).InclusiveBetween(1, LevelWording.Heaviest);
    }
}

internal sealed class WriteLevelsHandler(IAccomplishmentPlanDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<WriteLevelsCommand, KeptFact>
{
    public async Task<KeptFact> Handle(WriteLevelsCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.LevelsId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var goal = await db.HoldGoalAsync(command.ServiceUserId, command.GoalId, cancellationToken) ?? throw new NotFound();
        var known = await db.LevelWordings.FirstOrDefaultAsync(levels => levels.ServiceUserId == command.ServiceUserId && levels.Id == command.LevelsId, cancellationToken);
        if (KeptFact.Again(known, noting, levels => levels.GoalId == command.GoalId && levels.Weight == command.Weight && key.Opens(levels).SequenceEqual(command.Levels)) is { } same)
        {
            return same;
        }

        goal.WriteLevels(noting, [.. command.Levels.Select((words, place) => key.Seal(PlanColumns.Levels[place], words))], command.Weight, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(goal.Levels.Single(levels => levels.Id == command.LevelsId));
    }
}
