using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.GivenMeeting;

namespace Barometre.UnitTests.CoProduction;

public sealed class EffectsTests
{
    private static readonly Guid Sheet = Guid.CreateVersion7();

    [Theory]
    [InlineData(EffectsAnswerKind.Rating, 0)]
    [InlineData(EffectsAnswerKind.Rating, 100)]
    [InlineData(EffectsAnswerKind.NotConcerned, null)]
    [InlineData(EffectsAnswerKind.RatherNotSay, null)]
    public void An_answer_is_a_rating_or_says_why_there_is_none(EffectsAnswerKind kind, int? rating) =>
        Assert.Equal((kind, (short?)rating), (Answer(Sheet, "change.skills", EffectsFamily.Change, rating, kind).Kind, Answer(Sheet, "change.skills", EffectsFamily.Change, rating, kind).Rating));

    [Theory]
    [InlineData(EffectsAnswerKind.Rating, null)]
    [InlineData(EffectsAnswerKind.Rating, -1)]
    [InlineData(EffectsAnswerKind.Rating, 101)]
    [InlineData(EffectsAnswerKind.NotConcerned, 50)]
    [InlineData(EffectsAnswerKind.RatherNotSay, 200)]
    public void A_rating_without_a_number_and_a_number_without_a_rating_are_refused(EffectsAnswerKind kind, int? rating) =>
        Assert.Equal(EffectsErrors.RatingOrNone, Refused(() => Answer(Sheet, "change.skills", EffectsFamily.Change, rating, kind)));

    [Theory]
    [InlineData(Perspective.Practitioner)]
    [InlineData(Perspective.Relative)]
    public void Nobody_answers_opens_or_shows_in_the_persons_place(Perspective by)
    {
        Assert.Equal(EffectsErrors.ThePersonsOwn, Refused(() => EffectsAnswer.Give(By(by), Sheet, "change.skills", EffectsFamily.Change, EffectsAnswerKind.Rating, 50, null, Now)));
        Assert.Equal(EffectsErrors.ThePersonsOwn, Refused(() => EffectsSheet.Open(By(by), EffectsSubjectKind.Service, Guid.CreateVersion7(), "1.0.0", Now)));
        Assert.Equal(EffectsErrors.ThePersonsOwn, Refused(() => EffectsShowing.Note(By(by), Sheet, Guid.CreateVersion7(), shown: true, [], Now)));
    }

    [Theory]
    [InlineData(new[] { 40, 50, 63 }, 51.0)]
    [InlineData(new[] { 10, 20, 30, 40, 50 }, 30.0)]
    [InlineData(new[] { 100, 100 }, null)]
    [InlineData(new int[0], null)]
    public void A_family_has_a_mean_from_three_ratings_on(int[] ratings, double? mean)
    {
        var answers = ratings.Select((rating, place) => Answer(Sheet, $"change.{place}", EffectsFamily.Change, rating))
            .Append(Answer(Sheet, "change.none", EffectsFamily.Change, null, EffectsAnswerKind.NotConcerned))
            .Append(Answer(Sheet, "process.listening", EffectsFamily.Process, 3));

        Assert.Equal(new FamilyMean(EffectsFamily.Change, mean, ratings.Length), FamilyMean.Of(EffectsFamily.Change, answers));
    }
}
