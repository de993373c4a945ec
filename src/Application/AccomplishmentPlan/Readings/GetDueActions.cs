using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>What is late and what comes next, in the days of the person's own zone.</summary>
public sealed record GetDueActionsQuery(Guid ServiceUserId) : IQuery<DueActions>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>What is late and what comes next.</summary>
/// <param name="TimeZone">Where the days are counted: the person's zone.</param>
/// <param name="Today">The day it is there.</param>
/// <param name="Late">To be done once, by a day that has passed; earliest first. A missed day of what comes back is no debt.</param>
/// <param name="Next">Due today or later, earliest first.</param>
/// <param name="Undated">Open, without a day.</param>
public sealed record DueActions(string TimeZone, DateOnly Today, IReadOnlyList<DueAction> Late, IReadOnlyList<DueAction> Next, IReadOnlyList<DueAction> Undated);

/// <summary>An open action of a goal that holds.</summary>
/// <param name="On">The day; null when there is none.</param>
public sealed record DueAction(Guid GoalId, Guid ActionId, DateOnly? On, string What, CarrierView? Carrier);

internal sealed class GetDueActionsHandler(PlanPictures pictures) : IRequestHandler<GetDueActionsQuery, DueActions>
{
    public async Task<DueActions> Handle(GetDueActionsQuery query, CancellationToken cancellationToken)
    {
        var plan = await pictures.NowAsync(query.ServiceUserId, cancellationToken);
        var open = (from goal in plan.Goals
                    where goal.Holds
                    from action in goal.Actions
                    where action.State.IsOpen()
                    orderby action.NextOn, action.ActionId
                    select (action.Late, Due: new DueAction(goal.GoalId, action.ActionId, action.NextOn, action.What, action.Carrier))).ToList();
        return new DueActions(
            plan.TimeZone,
            plan.Today,
            [.. open.Where(one => one.Late).Select(one => one.Due)],
            [.. open.Where(one => !one.Late && one.Due.On is not null).Select(one => one.Due)],
            [.. open.Where(one => one.Due.On is null).Select(one => one.Due)]);
    }
}
