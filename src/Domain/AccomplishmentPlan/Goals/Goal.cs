using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Goals;

/// <summary>Something the person wants to come true, in their words. Others may propose; the person alone takes it on, puts it aside or says no.</summary>
public sealed class Goal : Aggregate
{
    private readonly List<GoalWording> _wordings = [];
    private readonly List<GoalStep> _steps = [];
    private readonly List<LevelWording> _levels = [];
    private readonly List<LevelRating> _ratings = [];

    private Goal()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The account that wrote it first.</summary>
    public Guid WrittenBy { get; private init; }

    /// <summary>As what that account was there.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    /// <summary>When it was first written.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Where it stands now: the last of its steps.</summary>
    public GoalState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The wordings at hand.</summary>
    public IReadOnlyList<GoalWording> Wordings => _wordings;

    /// <summary>The steps at hand; all of them when a step is made.</summary>
    public IReadOnlyList<GoalStep> Steps => _steps;

    /// <summary>The levels at hand, in words.</summary>
    public IReadOnlyList<LevelWording> Levels => _levels;

    /// <summary>The ratings at hand.</summary>
    public IReadOnlyList<LevelRating> Ratings => _ratings;

    /// <summary>Writes a goal: the person's own is taken on at once; anybody else's, written alone, is a proposal.</summary>
    /// <param name="noting">Its id is the goal's.</param>
    /// <param name="adopted">False when the person writes it down to decide later.</param>
    public static Goal Write(Noting noting, GoalContent content, bool adopted, DateTimeOffset now)
    {
        if (adopted && !noting.IsThePersons)
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        var step = GoalStep.Of(noting.Id, noting, adopted ? GoalState.Adopted : GoalState.Proposed, null, now);
        var goal = new Goal
        {
            ServiceUserId = noting.ServiceUserId,
            Id = noting.Id,
            WrittenBy = noting.AuthorId,
            Perspective = noting.Perspective,
            Setting = noting.Setting,
            At = step.At,
            State = step.State,
            StateSince = step.At,
        };
        goal._steps.Add(step);
        goal._wordings.Add(GoalWording.Of(goal.Id, noting, content, now));
        goal.Tell(GoalState.Proposed);
        return goal;
    }

    /// <summary>New words, links or horizon from a time on; others alone change nothing but their own proposal.</summary>
    public void Reword(Noting noting, GoalContent content, DateTimeOffset now)
    {
        if (!noting.IsThePersons && !(State == GoalState.Proposed && WrittenBy == noting.AuthorId))
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        _wordings.Add(GoalWording.Of(Id, noting, content, now, At));
        Changed();
    }

    /// <summary>The person says where the goal stands; what arrives late takes its place in time.</summary>
    /// <remarks>Needs all steps and wordings at hand.</remarks>
    /// <exception cref="RuleViolation">Somebody else says so alone, the way is not open, or a later word has overtaken this one.</exception>
    public void Step(Noting noting, GoalState to, byte[]? wordsSealed, DateTimeOffset now)
    {
        if (!noting.IsThePersons)
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        var step = GoalStep.Of(Id, noting, to, wordsSealed, now, At);
        var (before, after) = _steps.Around(step);
        if (!before.State.Leads(to))
        {
            throw new RuleViolation(PlanErrors.GoalCannotBecome);
        }

        if (after is not null && !to.Leads(after.State))
        {
            throw new RuleViolation(PlanErrors.Overtaken);
        }

        _wordings.RequireRead(step, noting.ReadAt, to == GoalState.Declined);
        var was = State;
        _steps.Add(step);
        var last = _steps.InOrder().Last();
        (State, StateSince) = (last.State, last.At);
        Tell(was);
    }

    /// <summary>Writes the five levels in words, together; what was written before stays readable.</summary>
    /// <param name="levels">Five, −2 first, sealed.</param>
    public void WriteLevels(Noting noting, IReadOnlyList<byte[]> levels, int weight, DateTimeOffset now)
    {
        if (!noting.IsThePersons)
        {
            throw new RuleViolation(PlanErrors.OnlyThePerson);
        }

        RequireTakenOn();
        _levels.Add(LevelWording.Of(Id, noting, levels, weight, now));
        Changed();
    }

    /// <summary>A voice says where it sees the goal among its levels.</summary>
    /// <remarks>Needs the levels at hand.</remarks>
    public void Rate(Noting noting, int level, Guid? reviewId, DateTimeOffset now)
    {
        RequireTakenOn();
        if (_levels.Count == 0)
        {
            throw new RuleViolation(PlanErrors.NoLevels);
        }

        _ratings.Add(LevelRating.Of(Id, noting, reviewId, level, now));
        Changed();
    }

    /// <param name="at">When what is noted was done or said: a goal put aside since held then.</param>
    /// <remarks>Needs all steps at hand.</remarks>
    /// <exception cref="RuleViolation">Nobody could be held to anything for it: it waited for the person's yes, or they had said no, or put it aside.</exception>
    internal void RequireHolding(DateTimeOffset at)
    {
        var state = (_steps.LastAt(at) ?? _steps.InOrder().First()).State;
        if (!state.Holds())
        {
            throw new RuleViolation(state == GoalState.Declined ? PlanErrors.GoalDeclined : PlanErrors.GoalHoldsNobody);
        }
    }

    private void RequireTakenOn()
    {
        if (!State.IsTakenOn())
        {
            throw new RuleViolation(PlanErrors.GoalNotTakenOn);
        }
    }

    private void Tell(GoalState was)
    {
        if (State == GoalState.Adopted && !was.IsTakenOn())
        {
            Raise(new GoalAdopted(ServiceUserId, Id));
        }

        Changed();
    }

    private void Changed()
    {
        Raise(new PlanChanged(ServiceUserId));
        Touch();
    }
}
