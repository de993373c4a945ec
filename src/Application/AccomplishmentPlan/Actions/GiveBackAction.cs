using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Whoever carries an action, or was asked to, gives it back, at any time, without a reason, and even when the plan is closed to them. Sent again, one effect.</summary>
/// <param name="TurnId">Made by the device.</param>
public sealed record GiveBackActionCommand(Guid ServiceUserId, Guid ActionId, Guid TurnId, DateTimeOffset At) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner, Role.Relative);

    /// <summary>Nobody gives back for another.</summary>
    public Setting Setting => Setting.Alone;

    public Guid? PresentMemberId => null;
}

internal sealed class GiveBackActionValidator : AbstractValidator<GiveBackActionCommand>
{
    public GiveBackActionValidator()
    {
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
        RuleFor(command => command.TurnId).NotEmpty();
    }
}

internal sealed class GiveBackActionHandler(IAccomplishmentPlanDb db, Carriers carriers, Caller caller, TimeProvider time) : IRequestHandler<GiveBackActionCommand, KeptFact>
{
    public async Task<KeptFact> Handle(GiveBackActionCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.TurnId, command);
        var (action, _) = await db.HoldWithGoalAsync(command.ServiceUserId, command.ActionId, cancellationToken);
        await carriers.RequireOwnAsync(action, cancellationToken);
        var turns = await db.TurnsAsync(action, command.TurnId, cancellationToken);
        if (KeptFact.Again(turns.Find(turn => turn.Id == command.TurnId), noting, known => known.ActionId == action.Id && known.Carrying == Carrying.GivenBack) is { } same)
        {
            return same;
        }

        action.GiveBack(noting, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(action.Turns.Single(turn => turn.Id == command.TurnId));
    }
}
