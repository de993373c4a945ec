using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>What the caller carries, or was asked to carry, in one person's plan.</summary>
public sealed record GetCarriedActionsQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<CarriedView>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>An action that the caller carries or was asked to carry.</summary>
/// <param name="Goal">The goal's words.</param>
public sealed record CarriedView(Guid GoalId, string Goal, ActionView Action);

internal sealed class GetCarriedActionsHandler(PlanPictures pictures, Carriers carriers, TimeProvider time) : IRequestHandler<GetCarriedActionsQuery, IReadOnlyList<CarriedView>>
{
    public async Task<IReadOnlyList<CarriedView>> Handle(GetCarriedActionsQuery query, CancellationToken cancellationToken)
    {
        var (picture, history) = await pictures.AtAsync(query.ServiceUserId, time.GetUtcNow(), cancellationToken);
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
