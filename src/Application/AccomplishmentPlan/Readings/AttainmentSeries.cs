using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>GAS T over time in one voice.</summary>
/// <param name="Method">The version of the definition.</param>
/// <param name="Points">Oldest first: one each time that voice rated.</param>
public sealed record AttainmentSeries(Perspective Perspective, string Method, IReadOnlyList<AttainmentPoint> Points)
{
    /// <summary>Each voice's T over these goals: at each of its ratings, the latest of each goal that held then, with what it weighed.</summary>
    internal static IReadOnlyList<AttainmentSeries> Of(PlanHistory history, IReadOnlyCollection<Goal> goals)
    {
        var ratings = goals.SelectMany(goal => history.Ratings[goal.Id]).ToList();
        return
        [
            .. ratings.GroupBy(rating => rating.Perspective).OrderBy(voice => voice.Key).Select(voice => new AttainmentSeries(
                voice.Key, GoalAttainment.Method, [.. voice.Select(rating => rating.At).Distinct().Order().Select(at => At(history, goals, voice.Key, at)).OfType<AttainmentPoint>()])),
        ];
    }

    /// <summary>T in one voice at a time; null when no goal that held then was rated.</summary>
    internal static AttainmentPoint? At(PlanHistory history, IEnumerable<Goal> goals, Perspective voice, DateTimeOffset at)
    {
        List<WeightedLevel> levels = [];
        foreach (var goal in goals.Where(goal => history.GoalSteps[goal.Id].LastAt(at)?.State.Holds() == true))
        {
            if (history.Ratings[goal.Id].Where(rating => rating.Perspective == voice).LastAt(at) is { } rating)
            {
                levels.Add(new WeightedLevel(rating.Level, history.Levels[goal.Id].LastAt(at)?.Weight ?? history.Levels[goal.Id].InOrder().First().Weight));
            }
        }

        return GoalAttainment.T(levels) is { } t ? new AttainmentPoint(at, t, levels.Count) : null;
    }
}

/// <summary>GAS T at a time.</summary>
/// <param name="T">50 = as hoped, all in all.</param>
/// <param name="Goals">How many goals it is made from.</param>
public sealed record AttainmentPoint(DateTimeOffset At, double T, int Goals);
