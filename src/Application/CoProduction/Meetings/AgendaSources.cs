using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.CoProduction.Marks;
using Barometre.Application.CoProduction.Voices;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>What there is to talk about in a record, of the tabs that are open to whoever draws: the rest comes when somebody draws to whom it is open.</summary>
public sealed class AgendaSources(IQualityOfLifeReader life, GapStories gaps, WaitingTopics waiting, IPlanReader plan, OpenMarks marks, Caller caller)
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
            topics.AddRange((await gaps.TellAsync(serviceUserId, null, cancellationToken)).Where(gap => gap.Story.State == GapState.Open).Select(gap => Theme(AgendaReason.Gap, gap.Voices.Theme)));
            topics.AddRange((await life.StarsAsync(serviceUserId, cancellationToken)).Select(star => Theme(AgendaReason.Star, star.Theme)));
        }

        topics.AddRange(await waiting.ReadAsync(serviceUserId, cancellationToken));
        if (caller.Grant.Sees(Tab.Plan))
        {
            var actions = (await plan.OverviewAsync(serviceUserId, cancellationToken)).Actions;
            topics.AddRange(actions.Where(action => action.Late).Select(action => Action(AgendaReason.LateAction, action)));
            topics.AddRange(actions.Where(action => action.State == "done" && action.ChangedAt > since).Select(action => Action(AgendaReason.FinishedAction, action)));
        }

        topics.AddRange((await marks.ReadAsync(serviceUserId, cancellationToken)).Select(mark => new Topic(AgendaReason.Mark, new Thing(mark.Thing.Kind, mark.Thing.Theme, mark.Thing.Id))));
        return topics;
    }

    private static Topic Theme(AgendaReason reason, string code) => new(reason, new Thing(ThingKind.Theme, code, null));

    private static Topic Action(AgendaReason reason, OverviewAction action) => new(reason, new Thing(ThingKind.Action, null, action.ActionId));
}
