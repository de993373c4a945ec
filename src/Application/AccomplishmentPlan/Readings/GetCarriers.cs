using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>Who carries what: counts and shares by role.</summary>
public sealed record GetCarriersQuery(Guid ServiceUserId) : IQuery<CarriersView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>Who carries the agreed actions of goals that hold, done ones too, dropped ones left out.</summary>
/// <param name="Carried">Actions that somebody who is still there said yes to.</param>
/// <param name="Waiting">Actions that nobody carries: nobody asked, no answer yet, a no, given back, or the carrier left.</param>
/// <param name="Roles">Every role, those that carry nothing too.</param>
/// <param name="Members">Each of those who carry something.</param>
public sealed record CarriersView(int Carried, int Waiting, IReadOnlyList<RoleShare> Roles, IReadOnlyList<CarrierLoad> Members);

/// <summary>How much one role carries.</summary>
/// <param name="Share">0 to 1 of what is carried; null when nothing is.</param>
public sealed record RoleShare(CarrierKind Kind, int Actions, int Done, double? Share);

/// <summary>How much one carrier carries.</summary>
/// <param name="MemberId">Null for the person and for partners.</param>
/// <param name="Name">Null for the person.</param>
public sealed record CarrierLoad(CarrierKind Kind, Guid? MemberId, string? Name, int Open, int Done);

internal sealed class GetCarriersHandler(PlanPictures pictures) : IRequestHandler<GetCarriersQuery, CarriersView>
{
    public async Task<CarriersView> Handle(GetCarriersQuery query, CancellationToken cancellationToken)
    {
        var plan = await pictures.NowAsync(query.ServiceUserId, cancellationToken);
        var agreed = plan.Goals.Where(goal => goal.Holds).SelectMany(goal => goal.Actions).Where(action => action.State.IsAgreed() && action.State != ActionState.Dropped).ToList();
        var carried = agreed.Where(action => action.Carrier is { Carrying: Carrying.Accepted, Left: false }).ToList();
        return new CarriersView(
            carried.Count,
            agreed.Count - carried.Count,
            [.. Enum.GetValues<CarrierKind>().Select(kind => Share(kind, carried))],
            [.. carried.GroupBy(action => (action.Carrier!.Kind, action.Carrier.MemberId, action.Carrier.Name)).OrderBy(carrier => carrier.Key.Kind).ThenBy(carrier => carrier.Key.MemberId)
                .Select(carrier => new CarrierLoad(carrier.Key.Kind, carrier.Key.MemberId, carrier.Key.Name, carrier.Count(action => action.State.IsOpen()), carrier.Count(IsDone)))]);
    }

    private static RoleShare Share(CarrierKind kind, List<ActionView> carried)
    {
        var own = carried.Where(action => action.Carrier!.Kind == kind).ToList();
        return new RoleShare(kind, own.Count, own.Count(IsDone), carried.Count == 0 ? null : (double)own.Count / carried.Count);
    }

    private static bool IsDone(ActionView action) => action.State == ActionState.Done;
}
