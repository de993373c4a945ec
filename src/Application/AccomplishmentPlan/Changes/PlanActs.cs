using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared.Acts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.Changes;

/// <summary>Who did what in a plan.</summary>
public sealed class PlanActs(IAccomplishmentPlanDb db) : IActsReader
{
    public async Task<RecordedActs> ActsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var history = await PlanHistory.ReadAsync(db, serviceUserId, cancellationToken);
        return new RecordedActs(
            [
                .. history.Goals.SelectMany(goal => OfGoal(goal, history)), .. history.Actions.SelectMany(action => OfAction(action, history)),
                .. history.Reviews.Select(review => Act(review, ActKind.Reviewed)), .. history.FollowUps.SelectMany(notes => notes).Select(note => Act(note, ActKind.FollowedUp)),
                .. history.Ratings.SelectMany(ratings => ratings).Select(rating => Act(rating, ActKind.LevelRated)),
            ],
            [
                .. history.Goals
                    .Select(goal => Offer(goal.Id, history.GoalWordings[goal.Id], history.GoalSteps[goal.Id].Select(step => (step, step.State == GoalState.Adopted, step.State == GoalState.Declined))))
                    .OfType<RecordedOffer>(),
                .. history.Actions
                    .Select(one => Offer(one.Id, history.ActionWordings[one.Id], history.ActionSteps[one.Id].Select(step => (step, step.State == ActionState.ToDo, step.State == ActionState.Declined))))
                    .OfType<RecordedOffer>(),
            ]);
    }

    public async Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Goals.AsNoTracking().Select(goal => goal.ServiceUserId).Union(db.Reviews.Select(review => review.ServiceUserId)).ToListAsync(cancellationToken);

    private static IEnumerable<RecordedAct> OfGoal(Goal goal, PlanHistory history) =>
    [
        .. history.GoalWordings[goal.Id].Select(wording => Act(wording, wording.Id == goal.Id ? ActKind.GoalWritten : ActKind.GoalWorded)),
        .. history.Levels[goal.Id].Select(levels => Act(levels, ActKind.GoalWorded)),
        .. history.GoalSteps[goal.Id].Comings(step => step.State).Where(step => step.State != GoalState.Proposed)
            .Select(step => Act(step, step.State is GoalState.Adopted or GoalState.Declined ? ActKind.GoalDecided : ActKind.GoalMoved)),
    ];

    private static IEnumerable<RecordedAct> OfAction(PlanAction action, PlanHistory history) =>
    [
        .. history.ActionWordings[action.Id].Select(wording => Act(wording, wording.Id == action.Id ? ActKind.ActionWritten : ActKind.ActionWorded)),
        .. history.Turns[action.Id].Select(turn => Act(turn, turn.Carrying == Carrying.Asked ? ActKind.CarrierAsked : ActKind.CarrierAnswered)),
        // Whoever carries an action leads it on; saying yes or no to it, and dropping it, is deciding.
        .. history.ActionSteps[action.Id].Comings(step => step.State)
            .Where(step => step.IsThePersons && step.State is ActionState.ToDo or ActionState.Declined or ActionState.Dropped).Select(step => Act(step, ActKind.ActionDecided)),
        .. history.ActionSteps[action.Id].Comings(step => step.State).Where(step => step.State == ActionState.Done).Select(step => ByCarrier(step, history.Turns[action.Id])),
        .. history.Marks[action.Id].Where(mark => mark.Outcome == OccurrenceOutcome.Done).Select(mark => ByCarrier(mark, history.Turns[action.Id])),
    ];

    // What is done is done by whoever carries it, whoever notes it; by who notes it, where nobody carries it.
    private static RecordedAct ByCarrier(NotedFact done, IEnumerable<CarryingFact> turns) => turns.LastAt(done.At) is { Carrying: Carrying.Accepted } carries
        ? new RecordedAct(done.Id, ActKind.ActionDone, Voice(carries.CarrierKind), Setting.Alone, done.At)
        : Act(done, ActKind.ActionDone);

    private static Perspective? Voice(CarrierKind kind) => kind switch
    {
        CarrierKind.Person => Perspective.ServiceUser,
        CarrierKind.Practitioner => Perspective.Practitioner,
        CarrierKind.Relative => Perspective.Relative,
        _ => null,
    };

    private static RecordedOffer? Offer<TWording, TStep>(Guid id, IEnumerable<TWording> wordings, IEnumerable<(TStep Step, bool Yes, bool No)> steps)
        where TWording : NotedFact
        where TStep : NotedFact
    {
        var words = wordings.ToList();
        var first = words.Single(wording => wording.Id == id);
        if (first.IsThePersons)
        {
            return null;
        }

        var (answer, yes, _) = steps.Where(one => one.Step.IsThePersons && (one.Yes || one.No)).OrderBy(one => one.Step.At).ThenBy(one => one.Step.RecordedAt).FirstOrDefault();
        return new RecordedOffer(
            id, first.At, answer is null ? null : !yes ? OfferAnswer.Declined : words.LastAt(answer.At)?.IsThePersons == true ? OfferAnswer.Amended : OfferAnswer.Accepted, answer?.At);
    }

    private static RecordedAct Act(NotedFact fact, ActKind kind) => new(fact.Id, kind, fact.Perspective, fact.Setting, fact.At);
}
