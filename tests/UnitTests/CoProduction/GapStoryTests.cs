using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using static Barometre.UnitTests.CoProduction.Told;

namespace Barometre.UnitTests.CoProduction;

public class GapStoryTests
{
    [Fact]
    public void Two_ratings_far_apart_open_a_gap_and_near_ones_never_do()
    {
        Assert.Equal((GapState.Open, Day(1)), (Story([Pair(100, 0, 40, 1)]).State, Story([Pair(100, 0, 40, 1)]).Since));
        Assert.Null(Story([Pair(60, 0, 40, 1)]).State);
        Assert.Equal(GapState.Open, Story([Pair(62, 0, 40, 1)]).State);
        Assert.Null(Story([Pair(100, 0, 40, 40, comparable: false)]).State);
    }

    [Fact]
    public void It_is_closed_when_each_side_has_said_the_same_in_any_order_or_both_at_once()
    {
        var pair = Pair(100, 0, 40, 1);
        GapSaying[] said = [Says(Perspective.Practitioner, GapWord.AgreeToDiffer, pair, 2), Says(Perspective.ServiceUser, GapWord.AgreeToDiffer, pair, 3)];

        Assert.Equal(GapState.Open, Story([pair], said[0]).State);
        Assert.Equal(GapState.Open, Story([pair], said[1]).State);
        Assert.Equal((GapState.AgreedToDiffer, Day(3)), (Story([pair], said).State, Story([pair], said).Since));
        Assert.Equal([said[1], said[0]], Story([pair], said).Steps[^1].By);
        Assert.Equal(GapState.Agreed, Story([pair], Says(Perspective.Practitioner, GapWord.Agree, pair, 2, Setting.Joint)).State);
    }

    [Fact]
    public void Two_different_words_close_nothing_and_a_word_can_be_taken_back()
    {
        var pair = Pair(100, 0, 40, 1);
        var (agree, differ) = (Says(Perspective.ServiceUser, GapWord.Agree, pair, 2), Says(Perspective.Practitioner, GapWord.AgreeToDiffer, pair, 3));
        Assert.Equal(GapState.Open, Story([pair], agree, differ).State);

        var both = Says(Perspective.ServiceUser, GapWord.Agree, pair, 4, Setting.Joint);
        var back = Says(Perspective.ServiceUser, GapWord.StillTalking, pair, 5);
        var story = Story([pair], agree, differ, both, back);

        Assert.Equal([GapStepKind.Opened, GapStepKind.Agreed, GapStepKind.TakenBack], story.Steps.Select(step => step.Kind));
        Assert.Equal((GapState.Open, back, both), (story.State, story.PersonSays, story.PractitionerSays));
    }

    [Fact]
    public void A_new_rating_of_either_opens_it_again_if_they_still_differ()
    {
        var (first, second) = (Pair(100, 0, 40, 1), Pair(100, 0, 45, 5));
        var story = Story([first, second], Says(Perspective.ServiceUser, GapWord.AgreeToDiffer, first, 2, Setting.Joint));

        Assert.Equal([GapStepKind.Opened, GapStepKind.AgreedToDiffer, GapStepKind.Reopened], story.Steps.Select(step => step.Kind));
        Assert.Equal(GapState.Open, story.State);
        Assert.Equal([Perspective.Practitioner], story.Steps[^1].Moved);
        Assert.Null(story.PersonSays);
    }

    [Fact]
    public void Near_ratings_narrow_it_and_bear_out_what_was_agreed()
    {
        var (far, near) = (Pair(100, 0, 40, 1), Pair(100, 0, 95, 5));
        Assert.Equal(GapState.Narrowed, Story([far, near]).State);
        Assert.Equal(GapState.Narrowed, Story([far, near], Says(Perspective.ServiceUser, GapWord.AgreeToDiffer, far, 2, Setting.Joint)).State);
        Assert.Equal(GapState.Agreed, Story([far, near], Says(Perspective.ServiceUser, GapWord.Agree, far, 2, Setting.Joint)).State);
    }

    [Fact]
    public void Ratings_of_different_times_put_it_aside_until_both_speak_again()
    {
        var (far, apart) = (Pair(100, 0, 40, 1), Pair(90, 50, 40, 1, comparable: false));
        Assert.Equal(GapState.Apart, Story([far, apart]).State);
        Assert.Equal(GapState.Open, Story([far, apart, Pair(90, 50, 40, 55)]).State);
        Assert.Equal(GapState.AgreedToDiffer, Story([far, apart], Says(Perspective.ServiceUser, GapWord.AgreeToDiffer, far, 2, Setting.Joint)).State);
    }

    [Fact]
    public void What_was_said_of_other_ratings_has_no_place()
    {
        var (first, second, near) = (Pair(100, 0, 40, 1), Pair(100, 0, 50, 5), Pair(50, 7, 50, 5));
        var story = Story([first, second, near]);

        Assert.Null(story.Refusal(Says(Perspective.ServiceUser, GapWord.Agree, first, 2)));
        Assert.Equal(CoProductionErrors.GapMoved, story.Refusal(Says(Perspective.ServiceUser, GapWord.Agree, first, 5)));
        Assert.Equal(CoProductionErrors.GapMoved, story.Refusal(Says(Perspective.ServiceUser, GapWord.Agree, Pair(100, 0, 40, 3), 6)));
        Assert.Equal(CoProductionErrors.NoGap, story.Refusal(Says(Perspective.ServiceUser, GapWord.Agree, near, 8)));
    }

    [Fact]
    public void A_relative_has_no_side_in_it_even_together_with_the_person() => Assert.All(Enum.GetValues<Setting>(), setting =>
        Assert.Equal(CoProductionErrors.GapIsTwoVoices, Assert.Throws<RuleViolation>(() => Says(Perspective.Relative, GapWord.Agree, Pair(100, 0, 40, 1), 2, setting)).Error));
}

/// <summary>Ratings and sayings, days apart.</summary>
internal static class Told
{
    public const double Sdc = 22;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Day(double day) => Start.AddDays(day);

    public static GapPair Pair(int person, double personDay, int practitioner, double practitionerDay, bool comparable = true) =>
        new(person, Day(personDay), practitioner, Day(practitionerDay), comparable);

    public static GapSaying Says(Perspective side, GapWord word, GapPair about, double day, Setting setting = Setting.Alone, double recorded = 100) => GapSaying.Say(
        new Noting(Guid.Empty, Guid.CreateVersion7(Day(day)), Guid.Empty, side, setting, null, Day(day)), "needs.housing", word, about.PersonAt, about.PractitionerAt, Day(recorded));

    public static GapStory Story(IReadOnlyList<GapPair> pairs, params GapSaying[] said) => GapStory.Of(pairs, Sdc, said);
}
