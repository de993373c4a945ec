using Barometre.Domain.AccomplishmentPlan.Goals;

namespace Barometre.UnitTests.AccomplishmentPlan;

/// <summary>Kiresuk &amp; Sherman 1968 and the examples of design/indicators.md.</summary>
public sealed class GoalAttainmentTests
{
    [Fact]
    public void Six_weighted_goals_give_the_published_figure() =>
        Assert.Equal(55.0, Tenth(GoalAttainment.T(Levels([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6]))));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 63.6931)]
    [InlineData(2, 77.3861)]
    [InlineData(-1, 36.3069)]
    [InlineData(-2, 22.6139)]
    public void Three_equal_goals_at_one_level(int level, double expected) =>
        Assert.Equal(expected, GoalAttainment.T(Levels([level, level, level], [1, 1, 1]))!.Value, 4);

    [Fact]
    public void One_goal_alone_moves_by_ten_a_level_whatever_it_weighs() =>
        Assert.Equal([30.0, 40, 50, 60, 70], Enumerable.Range(-2, 5).Select(level => Math.Round(GoalAttainment.T(Levels([level], [7]))!.Value, 9)));

    [Fact]
    public void Without_a_rated_goal_there_is_no_figure() => Assert.Null(GoalAttainment.T([]));

    private static List<WeightedLevel> Levels(int[] levels, int[] weights) => [.. levels.Zip(weights, (level, weight) => new WeightedLevel(level, weight))];

    private static double Tenth(double? value) => Math.Round(value!.Value, 1);
}
