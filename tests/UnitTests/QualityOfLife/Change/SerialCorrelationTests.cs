using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class SerialCorrelationTests
{
    [Fact]
    public void Agrees_with_the_textbook_formula()
    {
        // Box and Jenkins (1976, 2.1.5): the first ten yields of a batch process, r₁ = −0.79; the other digits are R 4.2's acf().
        var correlation = SerialCorrelation.LagOne(Given.Hourly(10), [47, 64, 23, 71, 38, 64, 55, 41, 59, 48], slopePer30Days: 0);

        Assert.Equal(-0.789556962025316, correlation!.Value, 9);
    }

    [Fact]
    public void The_line_is_taken_away_first()
    {
        var times = Given.Ticks(0, 30, 60, 90, 120, 150);

        var correlation = SerialCorrelation.LagOne(times, [11, 19, 31, 39, 51, 59], slopePer30Days: 10);

        // Residuals 1, −1, 1, −1, 1, −1: five products of −1 over six squares.
        Assert.Equal(-5 / 6.0, correlation!.Value, 9);
    }

    [Fact]
    public void Is_undefined_when_every_rating_lies_on_the_line_but_for_rounding()
    {
        var times = Given.Ticks([.. Enumerable.Range(0, 12).Select(i => i * 2.3)]);

        Assert.Null(SerialCorrelation.LagOne(times, [.. Enumerable.Range(0, 12).Select(i => i * 5)], slopePer30Days: 5 / 2.3 * 30));
    }

    [Fact]
    public void Is_undefined_below_three_ratings() => Assert.Null(SerialCorrelation.LagOne(Given.Ticks(0, 7), [10, 90], slopePer30Days: 0));

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Warns_of_alternating_answers_from_twenty_on(int count, bool expected)
    {
        var change = ThemeChange.Compute(Given.Weekly([.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 40 : 60)]));

        Assert.True(change.Autocorrelation < -0.9);
        Assert.Equal(expected, change.AutocorrelationCaveat);
    }

    [Fact]
    public void Does_not_warn_of_answers_that_hardly_resemble_their_neighbours()
    {
        int[] ofFour = [40, 40, 60, 60];

        var change = ThemeChange.Compute(Given.Weekly([.. Enumerable.Range(0, 24).Select(i => ofFour[i % 4])]));

        Assert.True(Math.Abs(change.Autocorrelation!.Value) < 0.3);
        Assert.False(change.AutocorrelationCaveat);
    }
}
