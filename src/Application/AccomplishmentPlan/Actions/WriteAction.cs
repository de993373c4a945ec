using Barometre.Application.AccomplishmentPlan.Changes;
using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Writes an action under a goal, and asks somebody to carry it if somebody is named; one that somebody else writes alone is a proposal. Sent again, one effect.</summary>
/// <param name="ActionId">Made by the device.</param>
/// <param name="Carrier">Who is to carry it; nobody yet when not said.</param>
public sealed record WriteActionCommand(
    Guid ServiceUserId, Guid GoalId, Guid ActionId, ActionText Action, CarrierText? Carrier, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptAction>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

/// <summary>The action that was kept.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Carrying">How far it is settled who carries it.</param>
/// <param name="At">The time that counts.</param>
public sealed record KeptAction(Guid ActionId, ActionState State, Carrying Carrying, DateTimeOffset At)
{
    internal static KeptAction Of(PlanAction action, DateTimeOffset at) => new(action.Id, action.State, action.Carrying, at);
}

internal sealed class WriteActionValidator : AbstractValidator<WriteActionCommand>
{
    public WriteActionValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ActionId).NotEmpty();
        RuleFor(command => command.Action).SetValidator(new ActionTextValidator());
        RuleFor(command => command.Carrier!).SetValidator(new CarrierTextValidator()).When(command => command.Carrier is not null);
    }
}

internal sealed class WriteActionHandler(IAccomplishmentPlanDb db, PlanLinks links, Carriers carriers, IRecordKeys keys, Caller caller, TimeProvider time)
    : IRequestHandler<WriteActionCommand, KeptAction>
{
    public async Task<KeptAction> Handle(WriteActionCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.ActionId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.Actions.AsNoTracking().Include(action => action.Wordings.Where(wording => wording.Id == command.ActionId))
            .FirstOrDefaultAsync(action => action.ServiceUserId == command.ServiceUserId && action.Id == command.ActionId, cancellationToken);
        if (known is not null)
        {
            return known.GoalId == command.GoalId && known.Wordings[0].Is(noting) && command.Action.IsIn(known.Wordings[0], key)
                ? KeptAction.Of(known, known.At)
                : throw new RuleViolation(FactErrors.IdReused, command.ActionId);
        }

        var goal = await db.HoldGoalAsync(command.ServiceUserId, command.GoalId, cancellationToken) ?? throw new NotFound();
        await db.GoalSteps.Where(step => step.ServiceUserId == command.ServiceUserId && step.GoalId == command.GoalId).LoadAsync(cancellationToken);
        await links.RequireAsync(command.ServiceUserId, command.Action, null, cancellationToken);
        await db.RequireNewActionAsync(noting, goal.Id, command.Action.What, key, cancellationToken);
        var action = PlanAction.Write(noting, goal, command.Action.Seal(key), time.GetUtcNow());
        if (command.Carrier is { } named)
        {
            var (carrier, isTheirOwn) = await carriers.NamedAsync(command.ServiceUserId, named, cancellationToken);
            action.Ask(noting, goal, carrier, isTheirOwn, time.GetUtcNow());
        }

        db.Actions.Add(action);
        await db.SaveChangesAsync(cancellationToken);
        return KeptAction.Of(action, action.At);
    }
}
