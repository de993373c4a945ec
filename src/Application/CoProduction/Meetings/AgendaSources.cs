using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.CoProduction.Marks;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>What there is to talk about in a record, of the tabs that are open to whoever draws: the rest comes when somebody draws to whom it is open.</summary>
public sealed class AgendaSources(IQualityOfLifeReader life, IStrengthsReader strengths, IPlanReader plan, OpenMarks marks, Caller caller)
{
    /// <summary>In the order in which it is to stand: what two voices see differently, what matters most, what waits for an answer, what is late or done, what was marked.</summary>
    /// <param name="serviceUserId">Whose record.</param>
    /// <param name="since">Actions done after this are worth a word.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<IReadOnlyList<Topic>> TopicsAsync(Guid serviceUserId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        List<Topic> topics = [];
        if (caller.Grant!.Sees(Tab.QualityOfLife))
        {
            topics.AddRange((await life.StarsAsync(serviceUserId, cancellationToken)).Select(star => new Topic(AgendaReason.Star, new Thing(ThingKind.Theme, star.Theme, null))));
        }

        if (caller.Grant.Sees(Tab.Strengths))
        {
            // To others, only what they proposed themselves: what waits for an answer is between two.
            var known = await strengths.OverviewAsync(serviceUserId, caller.Grant.IsSelf ? null : caller.Author(), cancellationToken);
            topics.AddRange(known.Strengths.Where(strength => strength.Standing == "proposed").Select(strength => Of(AgendaReason.Proposal, ThingKind.Strength, strength.StrengthId)));
        }

        if (caller.Grant.Sees(Tab.Plan))
        {
            topics.AddRange(OfPlan(await plan.OverviewAsync(serviceUserId, cancellationToken), since));
        }

        topics.AddRange((await marks.ReadAsync(serviceUserId, cancellationToken)).Select(mark => new Topic(AgendaReason.Mark, new Thing(mark.Thing.Kind, mark.Thing.Theme, mark.Thing.Id))));
        return topics;
    }

    private static IEnumerable<Topic> OfPlan(PlanOverview plan, DateTimeOffset since) =>
    [
        .. plan.Goals.Where(goal => goal.State == "proposed").Select(goal => Of(AgendaReason.Proposal, ThingKind.Goal, goal.GoalId)),
        .. plan.Actions.Where(action => action.State == "proposed").Select(action => Of(AgendaReason.Proposal, ThingKind.Action, action.ActionId)),
        .. plan.Actions.Where(action => action.Late).Select(action => Of(AgendaReason.LateAction, ThingKind.Action, action.ActionId)),
        .. plan.Actions.Where(action => action.State == "done" && action.ChangedAt > since).Select(action => Of(AgendaReason.FinishedAction, ThingKind.Action, action.ActionId)),
    ];

    private static Topic Of(AgendaReason reason, ThingKind kind, Guid id) => new(reason, new Thing(kind, null, id));
}
