using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class SphereSummaryTests
{
    [Fact]
    public void Gives_mean_median_and_how_many_answered() =>
        Assert.Equal(new SphereSummary(47.5, 45, Answered: 4, Shown: 8), SphereSummary.Compute([90, 10, 30, 60], shown: 8));

    [Fact]
    public void The_median_of_an_odd_number_is_the_middle_one() => Assert.Equal(30, SphereSummary.Compute([90, 10, 30], shown: 3).Median);

    [Fact]
    public void Below_half_answered_there_is_no_figure_but_the_counts() =>
        Assert.Equal(new SphereSummary(null, null, Answered: 5, Shown: 11), SphereSummary.Compute([90, 90, 90, 90, 90], shown: 11));

    [Fact]
    public void A_theme_that_does_not_concern_the_person_no_longer_counts_as_shown()
    {
        const int themes = 11;
        const int notConcerned = 1;

        Assert.Equal(90, SphereSummary.Compute([90, 90, 90, 90, 90], themes - notConcerned).Mean);
    }

    [Fact]
    public void Nothing_shown_is_no_figure() => Assert.Equal(new SphereSummary(null, null, 0, 0), SphereSummary.Compute([], shown: 0));

    [Fact]
    public void Refuses_more_answers_than_themes_shown() => Assert.Throws<ArgumentOutOfRangeException>(() => SphereSummary.Compute([10, 20], shown: 1));
}
