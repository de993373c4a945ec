using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class AccomplishmentPlanExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly GoalText Chemistry = new("Finir mon cours de chimie", ["life_project.studies"], "J’ai toujours voulu comprendre", "work_learning", new DateOnly(2026, 12, 18));

    public IEnumerable<object> All =>
    [
        Chemistry,
        new WriteGoalBody(Chemistry, At, Adopted: true),
        new StepGoalBody(GoalState.UnderWay, At, "J’ai commencé hier", Setting.Alone),
    ];
}
