using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Goals;

/// <summary>What a goal says, its words sealed.</summary>
/// <param name="WordsSealed">The goal, in the person's words.</param>
/// <param name="WhySealed">Why it matters to them.</param>
/// <param name="Domain">A code of <see cref="LifeDomain"/>.</param>
/// <param name="Horizon">The day it looks to; null when open.</param>
/// <param name="Themes">Codes of the themes it comes from.</param>
public sealed record GoalContent(
    byte[] WordsSealed, byte[]? WhySealed, string? Domain, DateOnly? Horizon, IReadOnlyList<string> Themes, IReadOnlyList<Guid> Strengths, IReadOnlyList<Guid> Alters);

/// <summary>What a goal said from a time on; new words are another one, and these stay readable.</summary>
public sealed class GoalWording : NotedFact
{
    private GoalWording()
    {
    }

    private GoalWording(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid GoalId { get; private init; }

    public byte[] WordsSealed { get; private init; } = [];

    public byte[]? WhySealed { get; private init; }

    public string? Domain { get; private init; }

    /// <summary>The day it looks to; null when open.</summary>
    public DateOnly? Horizon { get; private init; }

    public string[] Themes { get; private init; } = [];

    public Guid[] Strengths { get; private init; } = [];

    public Guid[] Alters { get; private init; } = [];

    internal static GoalWording Of(Guid goalId, Noting noting, GoalContent content, DateTimeOffset now, DateTimeOffset? after = null) => new(noting, now, after)
    {
        GoalId = goalId,
        WordsSealed = content.WordsSealed,
        WhySealed = content.WhySealed,
        Domain = content.Domain,
        Horizon = content.Horizon,
        Themes = [.. content.Themes],
        Strengths = [.. content.Strengths],
        Alters = [.. content.Alters],
    };
}

/// <summary>A goal's coming to a state, and why if the person says.</summary>
public sealed class GoalStep : NotedFact
{
    private GoalStep()
    {
    }

    private GoalStep(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid GoalId { get; private init; }

    public GoalState State { get; private init; }

    public byte[]? WordsSealed { get; private init; }

    internal static GoalStep Of(Guid goalId, Noting noting, GoalState state, byte[]? wordsSealed, DateTimeOffset now, DateTimeOffset? after = null) =>
        new(noting, now, after) { GoalId = goalId, State = state, WordsSealed = wordsSealed };
}

/// <summary>The five levels of a goal, from much less than hoped (−2) to much more than hoped (+2), written together in words; and what the goal weighs.</summary>
public sealed class LevelWording : NotedFact
{
    /// <summary>The heaviest weight; the lightest, and the usual one, is 1.</summary>
    public const int Heaviest = 10;

    private LevelWording()
    {
    }

    private LevelWording(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public Guid GoalId { get; private init; }

    /// <summary>1 to <see cref="Heaviest"/>: how much the goal counts beside the others.</summary>
    public short Weight { get; private init; }

    public byte[] MuchLessSealed { get; private init; } = [];

    public byte[] LessSealed { get; private init; } = [];

    /// <summary>Level 0: as hoped.</summary>
    public byte[] AsHopedSealed { get; private init; } = [];

    public byte[] MoreSealed { get; private init; } = [];

    public byte[] MuchMoreSealed { get; private init; } = [];

    /// <param name="levels">Five, −2 first.</param>
    internal static LevelWording Of(Guid goalId, Noting noting, IReadOnlyList<byte[]> levels, int weight, DateTimeOffset now) => new(noting, now)
    {
        GoalId = goalId,
        Weight = (short)weight,
        MuchLessSealed = levels[0],
        LessSealed = levels[1],
        AsHopedSealed = levels[2],
        MoreSealed = levels[3],
        MuchMoreSealed = levels[4],
    };
}

/// <summary>Where one voice sees a goal among its levels; voices stand side by side and are never merged.</summary>
public sealed class LevelRating : NotedFact
{
    /// <summary>Much less than hoped.</summary>
    public const int Lowest = -2;

    /// <summary>Much more than hoped.</summary>
    public const int Highest = 2;

    private LevelRating()
    {
    }

    private LevelRating(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public Guid GoalId { get; private init; }

    /// <summary>The review in which it was given; null when apart from any.</summary>
    public Guid? ReviewId { get; private init; }

    /// <summary>−2 to +2; 0 is as hoped.</summary>
    public short Level { get; private init; }

    internal static LevelRating Of(Guid goalId, Noting noting, Guid? reviewId, int level, DateTimeOffset now) =>
        level is < Lowest or > Highest
            ? throw new RuleViolation(PlanErrors.LevelOutOfRange)
            : new(noting, now) { GoalId = goalId, ReviewId = reviewId, Level = (short)level };
}
