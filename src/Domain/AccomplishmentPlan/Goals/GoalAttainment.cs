namespace Barometre.Domain.AccomplishmentPlan.Goals;

/// <summary>Goal Attainment Scaling: one figure from several goals' levels, in one voice.</summary>
/// <remarks>Kiresuk &amp; Sherman 1968: T = 50 + 10·Σwx / √((1−ρ)Σw² + ρ(Σw)²), with ρ = .3. 50 = as hoped, all in all; each voice has its own.</remarks>
public static class GoalAttainment
{
    /// <summary>The version of the definition, kept beside each figure.</summary>
    public const string Method = "gas-t-1";

    /// <summary>The correlation expected between goals of one person, as the source proposes.</summary>
    public const double Rho = 0.3;

    /// <summary>T, without unit; null when no goal is rated.</summary>
    public static double? T(IReadOnlyCollection<WeightedLevel> levels)
    {
        if (levels.Count == 0)
        {
            return null;
        }

        double sum = levels.Sum(each => each.Weight * each.Level);
        double squares = levels.Sum(each => each.Weight * each.Weight);
        double weights = levels.Sum(each => each.Weight);
        return 50 + (10 * sum / Math.Sqrt(((1 - Rho) * squares) + (Rho * weights * weights)));
    }
}

/// <summary>A goal's level in one voice, and what the goal weighs.</summary>
/// <param name="Level">−2 to +2.</param>
/// <param name="Weight">From 1.</param>
public sealed record WeightedLevel(int Level, int Weight);
