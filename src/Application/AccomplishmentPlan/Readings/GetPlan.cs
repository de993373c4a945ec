using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>The plan now, or as it stood at a time.</summary>
/// <param name="At">The time to look at; now when not said, and for a time to come.</param>
public sealed record GetPlanQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<PlanView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

internal sealed class GetPlanHandler(PlanPictures pictures, TimeProvider time) : IRequestHandler<GetPlanQuery, PlanView>
{
    public async Task<PlanView> Handle(GetPlanQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = query.At?.ToUniversalTime() is { } asked && asked < now ? asked : now;
        return (await pictures.AtAsync(query.ServiceUserId, at, cancellationToken)).Picture.Plan();
    }
}
