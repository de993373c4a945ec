using System.Globalization;
using Barometre.Domain.QualityOfLife.Change;

namespace Barometre.UnitTests.QualityOfLife.Change;

public class VerdictWordsTests
{
    private static readonly CultureInfo Quebec = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo Canada = CultureInfo.GetCultureInfo("en-CA");

    [Fact]
    public void Too_early_is_said_as_calmly_as_the_rest()
    {
        var reason = ThemeChange.Compute(Given.Weekly(10, 90)).Reason;

        Assert.Equal("Trop tôt pour le dire\u00a0: il y a moins de trois réponses.", VerdictWords.Sentence(reason, Quebec));
        Assert.Equal("Too early to tell: there are fewer than three answers.", VerdictWords.Sentence(reason, Canada));
    }

    [Fact]
    public void Numbers_are_written_as_in_their_place()
    {
        var reason = ThemeChange.Compute(Given.Weekly(30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 45)).Reason;

        Assert.Equal(
            "Ça monte\u00a0: l’ensemble des réponses se déplace d’environ 50 points, plus que ce qui varie d’habitude entre deux réponses (22,2 points).",
            VerdictWords.Sentence(reason, Quebec));
        Assert.Equal(
            "Going up: the answers as a whole move by about 50 points, more than what usually varies between two answers (22.2 points).",
            VerdictWords.Sentence(reason, Canada));
    }

    [Fact]
    public void A_fall_is_told_in_points_lower_without_a_minus_sign()
    {
        var reason = ThemeChange.Compute(Given.Weekly(80, 78, 82, 40)).Reason;

        Assert.Equal(
            "Ça descend\u00a0: la dernière réponse est 40 points plus bas que la première, et loin aussi des autres réponses du début.",
            VerdictWords.Sentence(reason, Quebec));
        Assert.Equal(
            "Going down: the latest answer is 40 points lower than the first, and also far from the other early answers.",
            VerdictWords.Sentence(reason, Canada));
    }

    [Theory]
    [InlineData(1, "1 point", "1 point")]
    [InlineData(1.96, "2 points", "2 points")]
    [InlineData(1.9, "1,9 point", "1.9 points")]
    [InlineData(22.17, "22,2 points", "22.2 points")]
    public void One_is_singular_and_French_starts_its_plural_at_two(double sdc, string french, string english)
    {
        var reason = new VerdictReason(Verdict.Steady, VerdictReasonCode.TrendTooSmall, 6, 35, 1, 0.01, 1, 1, sdc);

        Assert.EndsWith($"({french}).", VerdictWords.Sentence(reason, Quebec), StringComparison.Ordinal);
        Assert.EndsWith($"({english}).", VerdictWords.Sentence(reason, Canada), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void Every_reason_has_a_sentence_of_its_own(string culture)
    {
        var codes = Enum.GetValues<VerdictReasonCode>();

        var sentences = codes.Select(code => VerdictWords.Sentence(Example(code), CultureInfo.GetCultureInfo(culture))).ToHashSet();

        Assert.Equal(codes.Length, sentences.Count);
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void Every_sentence_starts_with_its_verdict(string culture)
    {
        var place = CultureInfo.GetCultureInfo(culture);

        Assert.All(Enum.GetValues<VerdictReasonCode>(), code =>
            Assert.StartsWith(VerdictWords.Label(Example(code).Verdict, place), VerdictWords.Sentence(Example(code), place), StringComparison.Ordinal));
    }

    [Fact]
    public void A_language_that_is_not_ours_gets_English() =>
        Assert.Equal("No clear change", VerdictWords.Label(Verdict.Steady, CultureInfo.GetCultureInfo("es-ES")));

    [Fact]
    public void The_caveat_is_said_in_both_languages()
    {
        Assert.StartsWith("À lire avec prudence", VerdictWords.Caveat(Quebec), StringComparison.Ordinal);
        Assert.StartsWith("To be read with care", VerdictWords.Caveat(Canada), StringComparison.Ordinal);
    }

    private static VerdictReason Example(VerdictReasonCode code)
    {
        var verdict = code switch
        {
            VerdictReasonCode.TooFewRatings or VerdictReasonCode.TooShortATime => Verdict.TooEarly,
            VerdictReasonCode.Trend or VerdictReasonCode.LatestAgainstStart or VerdictReasonCode.TrendAndLatest => Verdict.Rising,
            _ => Verdict.Steady,
        };
        return new VerdictReason(verdict, code, 6, 35, 30, 0.01, 30, 30, 22.17);
    }
}
