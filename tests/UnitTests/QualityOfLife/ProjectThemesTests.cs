using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.QualityOfLife;

public sealed class ProjectThemesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Wording Words = new("Mots", "Words");
    private static readonly OwnTheme Garden = new("project.garden", "needs", Words, Words, null, Words, Words);
    private readonly ProjectThemes _themes = ProjectThemes.For(Guid.CreateVersion7());

    [Fact]
    public void Hides_adds_and_shows_again()
    {
        var housing = new Theme("needs.housing", 1, Words, Words, null, Words, Words);
        var instrument = new Instrument("i", "1.0.0", "provisional", Words, new Scale(0, 100, 1), [new Sphere("needs", 1, Words, Words, [housing])]);

        _themes.Set(["needs.housing"], [Garden], Monday);
        Assert.Equal(["project.garden"], instrument.For(_themes).Spheres[0].Themes.Select(theme => theme.Code));

        _themes.Set([], [Garden], Monday.AddDays(1));
        Assert.Equal(["needs.housing", "project.garden"], instrument.For(_themes).Spheres[0].Themes.Select(theme => theme.Code));
    }

    [Fact]
    public void An_own_theme_left_out_is_hidden_never_removed()
    {
        _themes.Set([], [Garden], Monday);
        _themes.Set([], [], Monday.AddDays(1));
        _themes.Set([], [], Monday.AddDays(2));

        Assert.Equal(Monday.AddDays(1), _themes.HiddenSince("project.garden"));
        Assert.Equal([Garden], _themes.OwnThemes);
    }

    [Fact]
    public void The_wording_of_an_own_theme_does_not_change()
    {
        _themes.Set([], [Garden], Monday);

        var refused = Assert.Throws<RuleViolation>(() => _themes.Set([], [Garden with { Prompt = new Wording("Autre", "Other") }], Monday));

        Assert.Equal(QualityOfLifeErrors.OwnThemeFixed, refused.Error);
    }
}
