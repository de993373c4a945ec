using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.QualityOfLife;

public sealed class StarBoardTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly StarBoard _board = StarBoard.For(Guid.CreateVersion7());

    [Fact]
    public void Keeps_since_when_a_theme_is_a_star_while_its_place_changes()
    {
        Choose(Monday, "needs.housing", "health.energy");
        Choose(Monday.AddDays(7), "health.energy", "needs.housing");

        Assert.Equal(["health.energy", "needs.housing"], Now());
        Assert.All(_board.Stars, star => Assert.Equal(Monday, star.Since));
        Assert.Equal(4, _board.Stars.Count);
        Assert.Equal(2, _board.Stars.Count(star => star.Until == Monday.AddDays(7)));
    }

    [Fact]
    public void A_theme_that_comes_back_is_a_star_since_it_came_back()
    {
        Choose(Monday, "needs.housing");
        Choose(Monday.AddDays(1));
        Choose(Monday.AddDays(2), "needs.housing");

        Assert.Equal(Monday.AddDays(2), _board.Stars.Single(star => star.Until is null).Since);
    }

    [Fact]
    public void Choosing_the_same_again_changes_nothing()
    {
        Choose(Monday, "needs.housing", "health.energy");
        var version = _board.Version;

        Choose(Monday.AddDays(1), "needs.housing", "health.energy");

        Assert.Equal((2, version), (_board.Stars.Count, _board.Version));
    }

    [Fact]
    public void Refuses_a_fourth_star_and_the_same_theme_twice()
    {
        Assert.Equal(QualityOfLifeErrors.TooManyStars, Assert.Throws<RuleViolation>(() => Choose(Monday, "a", "b", "c", "d")).Error);
        Assert.Equal(QualityOfLifeErrors.StarTwice, Assert.Throws<RuleViolation>(() => Choose(Monday, "a", "b", "a")).Error);
        Assert.Empty(_board.Stars);
    }

    private void Choose(DateTimeOffset at, params string[] themes) => _board.Choose(themes, new Choice(Setting.Alone, Guid.CreateVersion7(), null, at));

    private IEnumerable<string> Now() => _board.Stars.Where(star => star.Until is null).OrderBy(star => star.Position).Select(star => star.Theme);
}
