namespace Barometre.Domain.AccomplishmentPlan;

/// <summary>The seven domains of life that goals and strengths share, by code.</summary>
public static class LifeDomain
{
    /// <summary>The longest code, in characters.</summary>
    public const int Longest = 30;

    public static readonly IReadOnlyList<string> Codes =
    [
        "home_daily_life", "money", "work_learning", "relationships", "health_wellbeing", "leisure", "spirituality_culture",
    ];
}
