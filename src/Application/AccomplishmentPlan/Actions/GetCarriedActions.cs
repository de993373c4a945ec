using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared;
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

internal sealed class GetCarriedActionsHandler(CarriedReading carried) : IRequestHandler<GetCarriedActionsQuery, IReadOnlyList<CarriedView>>
{
    public Task<IReadOnlyList<CarriedView>> Handle(GetCarriedActionsQuery query, CancellationToken cancellationToken) => carried.OfAsync(query.ServiceUserId, cancellationToken);
}
