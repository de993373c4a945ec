using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>GAS T over all goals that held, over time, each voice apart.</summary>
public sealed record GetAttainmentQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<AttainmentSeries>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class GetAttainmentHandler(IAccomplishmentPlanDb db) : IRequestHandler<GetAttainmentQuery, IReadOnlyList<AttainmentSeries>>
{
    public async Task<IReadOnlyList<AttainmentSeries>> Handle(GetAttainmentQuery query, CancellationToken cancellationToken)
    {
        var history = await PlanHistory.ReadAsync(db, query.ServiceUserId, cancellationToken);
        return AttainmentSeries.Of(history, history.Goals);
    }
}
