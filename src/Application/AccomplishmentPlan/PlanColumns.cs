using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Goals;

namespace Barometre.Application.AccomplishmentPlan;

/// <summary>Where the words of a plan stand: sealed for one column, they open in no other.</summary>
public static class PlanColumns
{
    public const string GoalWords = "accomplishment_plan.goal_wording.words";
    public const string GoalWhy = "accomplishment_plan.goal_wording.why";
    public const string StepWords = "accomplishment_plan.goal_step.words";
    public const string ActionWhat = "accomplishment_plan.action_wording.what";
    public const string ActionFirstStep = "accomplishment_plan.action_wording.first_step";
    public const string CarrierName = "accomplishment_plan.carrying_fact.name";
    public const string CarrierRole = "accomplishment_plan.carrying_fact.role";
    public const string FollowUpWords = "accomplishment_plan.follow_up.words";
    public const string Decided = "accomplishment_plan.review.decided";

    /// <summary>−2 first.</summary>
    public static readonly IReadOnlyList<string> Levels =
    [
        "accomplishment_plan.level_wording.much_less",
        "accomplishment_plan.level_wording.less",
        "accomplishment_plan.level_wording.as_hoped",
        "accomplishment_plan.level_wording.more",
        "accomplishment_plan.level_wording.much_more",
    ];
}

/// <summary>A goal's levels, opened.</summary>
internal static class LevelWords
{
    /// <summary>The five levels in words, −2 first.</summary>
    public static IReadOnlyList<string> Opens(this IRecordKey key, LevelWording levels)
    {
        IReadOnlyList<byte[]> words = [levels.MuchLessSealed, levels.LessSealed, levels.AsHopedSealed, levels.MoreSealed, levels.MuchMoreSealed];
        return [.. words.Select((each, place) => key.Open(PlanColumns.Levels[place], each))];
    }
}
