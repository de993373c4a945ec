using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.QualityOfLife;

public sealed class AssessmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Author = Guid.CreateVersion7();

    [Fact]
    public void The_order_of_arrival_does_not_matter()
    {
        // Few themes, few instants and few values, so that answers meet and tie.
        var answer = from theme in Gen.Elements("needs.housing", "needs.food", "health.energy")
                     from kind in Gen.Elements(Enum.GetValues<AnswerKind>())
                     from rating in Gen.Choose(0, 100)
                     from minutes in Gen.Choose(1, 8)
                     select new GivenAnswer(Guid.CreateVersion7(), theme, kind, Now.AddMinutes(-minutes), kind == AnswerKind.Rating ? rating : null);
        var batches = from answers in answer.ArrayOf() from order in Gen.Shuffle(answers) from size in Gen.Choose(1, 5) select (answers, order, size);

        Prop.ForAll(batches.ToArbitrary(), sent =>
        {
            var (atOnce, inPieces) = (Opened(), Opened());
            atOnce.Record(sent.answers, Author, Now);
            foreach (var (piece, i) in sent.order.Chunk(sent.size).Select((piece, i) => (piece, i)))
            {
                // Each piece arrives later than the one before, and the first comes once more at the end.
                inPieces.Record(piece, Author, Now.AddMinutes(i));
            }

            inPieces.Record([.. sent.order.Take(sent.size)], Author, Now.AddHours(1));
            return Current(atOnce).SequenceEqual(Current(inPieces)) && atOnce.Answers.Count == inPieces.Answers.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_theme_has_at_most_one_answer_that_counts_and_it_is_the_one_given_last()
    {
        var assessment = Opened();

        assessment.Record([Rated("needs.housing", 10, 5), Rated("needs.housing", 20, 1), Rated("needs.housing", 30, 3)], Author, Now);

        Assert.Equal(20, Assert.Single(assessment.Answers, answer => answer.SupersededAt is null).Rating!.Value.Value);
    }

    [Fact]
    public void Tells_which_themes_changed_and_nothing_when_nothing_did()
    {
        var assessment = Opened();
        var housing = Rated("needs.housing", 10, 5);
        assessment.Record([housing, new GivenAnswer(Guid.CreateVersion7(), "needs.food", AnswerKind.RatherNotSay, Now)], Author, Now);
        // A theme that is not rated counts too, in its sphere.
        Assert.Equal(["needs.food", "needs.housing"], Assert.IsType<AnswersRecorded>(Assert.Single(assessment.Events, happened => happened is not AssessmentOpened)).Themes);
        assessment.ClearEvents();
        var version = assessment.Version;

        assessment.Record([housing], Author, Now);
        Assert.Empty(assessment.Events);
        Assert.Equal(version, assessment.Version);

        assessment.Record([Rated("needs.housing", 1, 50)], Author, Now);
        Assert.Empty(assessment.Events);

        assessment.Record([new GivenAnswer(Guid.CreateVersion7(), "needs.housing", AnswerKind.Cleared, Now)], Author, Now);
        Assert.Single(assessment.Events);
    }

    [Fact]
    public void Abandoning_tells_that_its_ratings_no_longer_count_once()
    {
        var assessment = Opened();
        assessment.Record([Rated("needs.housing", 10, 5)], Author, Now);
        assessment.ClearEvents();

        assessment.Abandon(Now, Now);
        assessment.Abandon(Now, Now);

        Assert.Single(assessment.Events);
        Assert.Equal(AssessmentState.Abandoned, assessment.State);
        Assert.Equal(QualityOfLifeErrors.AssessmentAbandoned, Assert.Throws<RuleViolation>(() => assessment.Complete(Now, Now)).Error);
    }

    [Fact]
    public void What_was_noted_before_it_was_given_up_is_kept_and_does_not_count()
    {
        var assessment = Opened();
        assessment.Abandon(Now.AddMinutes(-3), Now);
        assessment.ClearEvents();

        assessment.Record([Rated("needs.housing", 10, 5)], Author, Now);

        Assert.Single(assessment.Answers);
        Assert.Empty(assessment.Events);
        Assert.Equal(QualityOfLifeErrors.AssessmentAbandoned, Assert.Throws<RuleViolation>(() => assessment.Record([Rated("needs.food", 1, 1)], Author, Now)).Error);
    }

    [Fact]
    public void A_known_id_with_another_content_is_refused()
    {
        var assessment = Opened();
        var given = Rated("needs.housing", 10, 5);
        assessment.Record([given], Author, Now);

        var refused = Assert.Throws<RuleViolation>(() => assessment.Record([given with { Rating = 11 }], Author, Now));

        Assert.Equal(QualityOfLifeErrors.AnswerIdReused, refused.Error);
    }

    [Fact]
    public void Answers_of_a_clock_that_runs_ahead_count_from_arrival_in_the_order_of_that_clock()
    {
        var assessment = Opened();

        assessment.Record([Rated("needs.housing", 2, -20), Rated("needs.housing", 1, -10)], Author, Now);

        Assert.All(assessment.Answers, answer => Assert.Equal(Now, answer.At));
        Assert.Equal(2, assessment.Answers.Single(answer => answer.SupersededAt is null).Rating!.Value.Value);
    }

    [Fact]
    public void A_clock_that_was_never_set_is_refused()
    {
        var refused = Assert.Throws<RuleViolation>(() => Opened().Record([Rated("needs.housing", 1, 0) with { At = new DateTimeOffset(1999, 12, 31, 23, 59, 59, TimeSpan.Zero) }], Author, Now));

        Assert.Equal(FactErrors.ClockNotSet, refused.Error);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_rating_is_from_0_to_100(int value) =>
        Assert.Equal(QualityOfLifeErrors.RatingOutOfRange, Assert.Throws<RuleViolation>(() => new Rating(value)).Error);

    private static Assessment Opened() => Assessment.Open(
        new Opening(Guid.CreateVersion7(), Guid.CreateVersion7(), Instrument.QualityOfLife, "1.0.0", null, Perspective.ServiceUser, Setting.Alone, Author, Now.AddHours(-1)), Now);

    private static GivenAnswer Rated(string theme, int rating, int minutesAgo) => new(Guid.CreateVersion7(), theme, AnswerKind.Rating, Now.AddMinutes(-minutesAgo), rating);

    private static IEnumerable<(string, Guid)> Current(Assessment assessment) =>
        assessment.Answers.Where(answer => answer.SupersededAt is null).Select(answer => (answer.Theme, answer.Id)).OrderBy(pair => pair.Theme, StringComparer.Ordinal);
}
