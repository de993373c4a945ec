using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.FollowUps;

/// <summary>How it goes with a goal or one of its actions, as somebody saw it at a time.</summary>
public sealed class FollowUp : NotedFact
{
    private FollowUp()
    {
    }

    private FollowUp(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public Guid GoalId { get; private init; }

    /// <summary>The action it is about; null when about the goal.</summary>
    public Guid? ActionId { get; private init; }

    /// <summary>0 = nothing done, 100 = all of it, as that voice sees it; null when not said.</summary>
    public short? Progress { get; private init; }

    public byte[]? WordsSealed { get; private init; }

    public static FollowUp Write(Noting noting, Guid goalId, Guid? actionId, int? progress, byte[]? wordsSealed, DateTimeOffset now) =>
        progress is null && wordsSealed is null
            ? throw new RuleViolation(PlanErrors.NothingSaid)
            : new FollowUp(noting, now) { GoalId = goalId, ActionId = actionId, Progress = (short?)progress, WordsSealed = wordsSealed };
}

/// <summary>A moment at which people looked at the plan together: who was there, what was decided, when next.</summary>
public sealed class Review : NotedFact
{
    private Review()
    {
    }

    private Review(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    /// <summary>The day, where the person lives.</summary>
    public DateOnly HeldOn { get; private init; }

    /// <summary>The members of the circle who were there, beside the person.</summary>
    public Guid[] Members { get; private init; } = [];

    public byte[]? DecidedSealed { get; private init; }

    /// <summary>The day of the next one, if one was set.</summary>
    public DateOnly? NextOn { get; private init; }

    public static Review Hold(Noting noting, DateOnly heldOn, IReadOnlyList<Guid> members, byte[]? decidedSealed, DateOnly? nextOn, DateTimeOffset now) =>
        new(noting, now) { HeldOn = heldOn, Members = [.. members], DecidedSealed = decidedSealed, NextOn = nextOn };
}
