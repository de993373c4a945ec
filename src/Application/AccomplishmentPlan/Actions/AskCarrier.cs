using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>Asks somebody to carry an action; what the person takes on is theirs at once, and so is what a member takes on themself. Sent again, one effect.</summary>
/// <param name="TurnId">Made by the device.</param>
public sealed record AskCarrierCommand(
    Guid ServiceUserId, Guid ActionId, Guid TurnId, CarrierText Carrier, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptAction>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class AskCarrierValidator : AbstractValidator<AskCarrierCommand>
{
    public AskCarrierValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.TurnId).NotEmpty();
        RuleFor(command => command.Carrier).SetValidator(new CarrierTextValidator());
    }
}

internal sealed class AskCarrierHandler(IAccomplishmentPlanDb db, Carriers carriers, Caller caller, TimeProvider time) : IRequestHandler<AskCarrierCommand, KeptAction>
{
    public async Task<KeptAction> Handle(AskCarrierCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.TurnId, command);
        var (action, goal) = await db.HoldWithGoalAsync(command.ServiceUserId, command.ActionId, cancellationToken);
        var turns = await db.TurnsAsync(action, command.TurnId, cancellationToken);
        if (KeptFact.Again(turns.Find(turn => turn.Id == command.TurnId), noting, known =>
            known.ActionId == action.Id && known.CarrierKind == command.Carrier.Kind && known.MemberId == command.Carrier.MemberId) is { } same)
        {
            return KeptAction.Of(action, same.At);
        }

        var (carrier, isTheirOwn) = await carriers.NamedAsync(command.ServiceUserId, command.Carrier, cancellationToken);
        action.Ask(noting, goal, carrier, isTheirOwn, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptAction.Of(action, action.Turns.Single(turn => turn.Id == command.TurnId).At);
    }
}
