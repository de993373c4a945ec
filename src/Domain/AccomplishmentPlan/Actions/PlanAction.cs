using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Actions;

/// <summary>Something to do for a goal. Somebody carries it only after they said yes, and only while the goal is one that the person took on.</summary>
public sealed partial class PlanAction : Aggregate
{
    private readonly List<ActionWording> _wordings = [];
    private readonly List<ActionStep> _steps = [];
    private readonly List<CarryingFact> _turns = [];
    private readonly List<OccurrenceMark> _marks = [];

    private PlanAction()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid GoalId { get; private init; }

    /// <summary>The account that wrote it first.</summary>
    public Guid WrittenBy { get; private init; }

    /// <summary>As what that account was there.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Where it stands now: the last of its steps.</summary>
    public ActionState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    public Carrying Carrying { get; private set; }

    /// <summary>Whom <see cref="Carrying"/> is about; null while nobody was asked.</summary>
    public CarrierKind? CarrierKind { get; private set; }

    /// <summary>The member of the circle whom <see cref="Carrying"/> is about.</summary>
    public Guid? CarrierMemberId { get; private set; }

    /// <summary>The wordings at hand; all of them when one is added.</summary>
    public IReadOnlyList<ActionWording> Wordings => _wordings;

    /// <summary>The steps at hand; all of them when a step is made.</summary>
    public IReadOnlyList<ActionStep> Steps => _steps;

    /// <summary>The turns at hand; all of them when one is added.</summary>
    public IReadOnlyList<CarryingFact> Turns => _turns;

    /// <summary>The marks at hand.</summary>
    public IReadOnlyList<OccurrenceMark> Marks => _marks;

    /// <summary>What the carrier's account may know when the plan is closed to them.</summary>
    public CarriedAction Carried { get; private set; } = null!;

    /// <summary>Writes an action: the person's own stands at once; anybody else's, written alone, is a proposal.</summary>
    /// <param name="noting">Its id is the action's.</param>
    public static PlanAction Write(Noting noting, Goal goal, ActionContent content, DateTimeOffset now)
    {
        if (goal.State == GoalState.Declined)
        {
            throw new RuleViolation(PlanErrors.GoalDeclined);
        }

        content.Recurrence?.Require();
        var step = ActionStep.Of(noting.Id, noting, noting.IsThePersons ? ActionState.ToDo : ActionState.Proposed, now, goal.At);
        var action = new PlanAction
        {
            ServiceUserId = noting.ServiceUserId, Id = noting.Id, GoalId = goal.Id, WrittenBy = noting.AuthorId,
            Perspective = noting.Perspective, Setting = noting.Setting, At = step.At, State = step.State, StateSince = step.At,
        };
        action._steps.Add(step);
        action._wordings.Add(ActionWording.Of(action.Id, noting, content, now, goal.At));
        action.Carried = CarriedAction.Of(action);
        action.Carried.Become(null, Carrying.Nobody, step.At);
        action.DatesChanged();
        return action;
    }

    /// <summary>New words or dates from a time on; others alone change nothing but their own proposal.</summary>
    public void Reword(Noting noting, ActionContent content, DateTimeOffset now)
    {
        if (!noting.IsThePersons && !(State == ActionState.Proposed && WrittenBy == noting.AuthorId))
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        content.Recurrence?.Require();
        var before = _wordings.InOrder().Last();
        _wordings.Add(ActionWording.Of(Id, noting, content, now, At));
        if (_wordings.InOrder().Last().HasTheDatesOf(before))
        {
            Changed();
        }
        else
        {
            DatesChanged();
        }
    }

    /// <summary>The person, or whoever carries it, says where the action stands; what arrives late takes its place in time.</summary>
    /// <param name="byCarrier">The author carries the action.</param>
    /// <exception cref="RuleViolation">It is not theirs to say, the way is not open, nobody is held to the goal, or a later word has overtaken this one.</exception>
    public void Step(Noting noting, Goal goal, ActionState to, bool byCarrier, DateTimeOffset now)
    {
        var step = ActionStep.Of(Id, noting, to, now, At);
        var (before, after) = _steps.Around(step);
        if (!noting.IsThePersons && !(byCarrier && ActionStates.IsTheCarriersToSay(before.State, to)))
        {
            throw new RuleViolation(byCarrier ? PlanErrors.ActionCannotBecome : PlanErrors.NotYoursToCarry);
        }

        if (!before.State.Leads(to))
        {
            throw new RuleViolation(PlanErrors.ActionCannotBecome);
        }

        if (to is ActionState.UnderWay or ActionState.Done)
        {
            goal.RequireHolding(step.At);
        }

        if (after is not null && !to.Leads(after.State))
        {
            throw new RuleViolation(PlanErrors.Overtaken);
        }

        _wordings.RequireRead(step, noting.ReadAt, to == ActionState.Declined);
        _steps.Add(step);
        Advance(noting, now);
    }

    /// <summary>The person, or whoever carries it, notes what became of the action on one of its days.</summary>
    public void Mark(Noting noting, Goal goal, DateOnly day, OccurrenceOutcome outcome, bool byCarrier, DateTimeOffset now)
    {
        if (!noting.IsThePersons && !byCarrier)
        {
            throw new RuleViolation(PlanErrors.NotYoursToCarry);
        }

        if (!State.IsAgreed())
        {
            throw new RuleViolation(PlanErrors.ActionNotAgreed);
        }

        goal.RequireHolding(FactTime.Of(noting.DeviceAt, now).At);
        // A day after tomorrow has come nowhere on earth.
        if (!_wordings.Any(wording => wording.Recurrence?.FallsOn(day) == true) || day > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
        {
            throw new RuleViolation(PlanErrors.NotADayOfIt);
        }

        _marks.Add(OccurrenceMark.Of(Id, noting, day, outcome, now));
        Changed();
    }

    private void Advance(Noting noting, DateTimeOffset now)
    {
        var was = State;
        var last = _steps.InOrder().Last();
        (State, StateSince) = (last.State, last.At);
        if (State == ActionState.Done && was != ActionState.Done)
        {
            Raise(new ActionDone(ServiceUserId, GoalId, Id));
        }

        // The person's yes to an action that was proposed for them is their yes to carrying it.
        if (!was.IsAgreed() && State.IsAgreed() && this is { Carrying: Carrying.Asked, CarrierKind: Actions.CarrierKind.Person })
        {
            Turn(noting, Carrying.Accepted, Carrier.Person, now);
        }

        if (was.IsOpen() != State.IsOpen())
        {
            DatesChanged();
        }
        else
        {
            Changed();
        }
    }

    private void DatesChanged()
    {
        Raise(new ActionDatesChanged(ServiceUserId, GoalId, Id));
        Changed();
    }

    private void Changed()
    {
        Raise(new PlanChanged(ServiceUserId));
        Touch();
    }
}
