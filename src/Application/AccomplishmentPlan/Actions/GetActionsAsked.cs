using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>What the caller carries, or was asked to carry, in the plan of somebody who did not open it to them: those actions, and nothing else of the plan.</summary>
/// <remarks>Whoever asks somebody to carry an action tells them what it is, for as long as it is theirs to carry.</remarks>
public sealed record GetActionsAskedQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<AskedView>>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner, Role.Relative);
}

/// <summary>An action as somebody knows it who was asked to carry it, and to whom the plan is closed.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="FirstStep">The first small step.</param>
/// <param name="Due">The day by which it is to be done; for one that comes back, its last day.</param>
/// <param name="Recurrence">How it comes back; null when it is done once.</param>
/// <param name="NextOn">The day it is due next, while it is open; late or not.</param>
public sealed record AskedView(Guid ActionId, ActionState State, string What, string? FirstStep, DateOnly? Due, Recurrence? Recurrence, DateOnly? NextOn);

internal sealed class GetActionsAskedHandler(CarriedReading carried) : IRequestHandler<GetActionsAskedQuery, IReadOnlyList<AskedView>>
{
    public async Task<IReadOnlyList<AskedView>> Handle(GetActionsAskedQuery query, CancellationToken cancellationToken) =>
        [.. (await carried.OfAsync(query.ServiceUserId, cancellationToken)).Select(one => one.Action)
            .Select(action => new AskedView(action.ActionId, action.State, action.What, action.FirstStep, action.Due, action.Recurrence, action.NextOn))];
}

/// <summary>Reads, of one person's plan, what is the caller's to carry.</summary>
public sealed class CarriedReading(PlanPictures pictures, Carriers carriers, TimeProvider time)
{
    public async Task<IReadOnlyList<CarriedView>> OfAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var (picture, history) = await pictures.AtAsync(serviceUserId, time.GetUtcNow(), cancellationToken);
        HashSet<Guid> own = [];
        foreach (var action in history.Actions.Where(action => action.Carrying is Carrying.Accepted or Carrying.Asked))
        {
            if (await carriers.IsCallerAsync(action, cancellationToken))
            {
                own.Add(action.Id);
            }
        }

        return [.. picture.Plan().Goals.SelectMany(goal => goal.Actions.Where(action => own.Contains(action.ActionId)).Select(action => new CarriedView(goal.GoalId, goal.Words, action)))];
    }
}
