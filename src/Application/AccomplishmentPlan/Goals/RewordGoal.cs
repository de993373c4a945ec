using Barometre.Application.AccomplishmentPlan.Changes;
using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>Gives a goal new words, links or horizon; what it said before stays readable. Sent again, one effect.</summary>
/// <param name="WordingId">Made by the device.</param>
/// <param name="Goal">All that it says from now on.</param>
public sealed record RewordGoalCommand(
    Guid ServiceUserId, Guid GoalId, Guid WordingId, GoalText Goal, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class RewordGoalValidator : AbstractValidator<RewordGoalCommand>
{
    public RewordGoalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.WordingId).NotEmpty();
        RuleFor(command => command.Goal).SetValidator(new GoalTextValidator());
    }
}

internal sealed class RewordGoalHandler(IAccomplishmentPlanDb db, PlanLinks links, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<RewordGoalCommand, KeptFact>
{
    public async Task<KeptFact> Handle(RewordGoalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.WordingId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var goal = await db.HoldGoalAsync(command.ServiceUserId, command.GoalId, cancellationToken) ?? throw new NotFound();
        var wordings = await db.GoalWordings
            .Where(wording => wording.ServiceUserId == command.ServiceUserId && (wording.GoalId == command.GoalId || wording.Id == command.WordingId))
            .ToListAsync(cancellationToken);
        if (KeptFact.Again(wordings.Find(wording => wording.Id == command.WordingId), noting, known => known.GoalId == command.GoalId && command.Goal.IsIn(known, key)) is { } same)
        {
            return same;
        }

        await links.RequireAsync(command.ServiceUserId, command.Goal, wordings.InOrder().Last(), cancellationToken);
        await db.RequireNewGoalAsync(noting, command.Goal.Words, key, cancellationToken);
        goal.Reword(noting, command.Goal.Seal(key), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(goal.Wordings.Single(wording => wording.Id == command.WordingId));
    }
}
