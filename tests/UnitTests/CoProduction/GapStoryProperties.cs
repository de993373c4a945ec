using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.CoProduction.Told;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What holds of ten thousand stories: anybody rates and says anything, from devices whose clocks are wrong, in any order of arrival; against a small model.</summary>
public class GapStoryProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    // Few days and few values, so that ratings and sayings often meet.
    private static readonly Gen<Life> Any =
        from ratings in Gen.Choose(1, 6).SelectMany(count => Rating.ArrayOf(count))
        from sayings in Gen.Choose(0, 8).SelectMany(count => Saying.ArrayOf(count))
        select new Life(Pairs(ratings), sayings);

    private static Gen<(bool Persons, int Value, int Day)> Rating =>
        from persons in Gen.Elements(true, false)
        from value in Gen.Elements(10, 30, 40, 60, 100)
        from day in Gen.Choose(0, 60)
        select (persons, value, day);

    private static Gen<(int Pair, Perspective Side, GapWord Word, Setting Setting, int Day)> Saying =>
        from pair in Gen.Choose(0, 9)
        from side in Gen.Elements(Perspective.ServiceUser, Perspective.Practitioner)
        from word in Gen.Elements(Enum.GetValues<GapWord>())
        from setting in Gen.Elements(Setting.Alone, Setting.Alone, Setting.Joint)
        from day in Gen.Choose(0, 70)
        select (pair, side, word, setting, day);

    private static Arbitrary<Life> Stories { get; } = Any.ToArbitrary();

    [Fact]
    public void The_state_is_the_models() => Prop.ForAll(Stories, told => Model(told.Ratings, told.Said, told.Ratings.Count - 1) == told.Story().State).Check(Many);

    [Fact]
    public void It_is_the_same_whatever_arrives_first() => Prop.ForAll(Stories, told =>
        Same(told.Story(), GapStory.Of(told.Ratings, Sdc, Enumerable.Reverse(told.Said)))).Check(Many);

    [Fact]
    public void One_side_alone_never_closes_it() => Prop.ForAll(Stories, Gen.Elements(Perspective.ServiceUser, Perspective.Practitioner).ToArbitrary(), (told, side) =>
        GapStory.Of(told.Ratings, Sdc, told.Said.Where(said => !said.IsForBoth && said.Perspective == side)).Steps
            .All(step => step.Kind is not (GapStepKind.Agreed or GapStepKind.AgreedToDiffer or GapStepKind.TakenBack))).Check(Many);

    [Fact]
    public void Whatever_closed_it_is_there_to_read_and_was_said_by_both() => Prop.ForAll(Stories, told => told.Story().Steps
        .Where(step => step.Kind is GapStepKind.Agreed or GapStepKind.AgreedToDiffer)
        .All(step => step.By.Any(said => said.IsOf(Perspective.ServiceUser)) && step.By.Any(said => said.IsOf(Perspective.Practitioner)) && step.By.DistinctBy(said => said.Word).Count() == 1)).Check(Many);

    [Fact]
    public void Time_never_runs_back_in_it_and_the_last_step_is_where_it_stands() => Prop.ForAll(Stories, told =>
    {
        var story = told.Story();
        return story.Steps.Zip(story.Steps.Skip(1)).All(pair => pair.First.At <= pair.Second.At && pair.First.Kind != pair.Second.Kind)
            && story.Steps.Skip(1).All(step => step.Kind != GapStepKind.Opened) && story.Since == (story.Steps.Count == 0 ? null : story.Steps[^1].At);
    }).Check(Many);

    [Fact]
    public void A_new_rating_that_leaves_them_far_apart_always_opens_it() => Prop.ForAll(Stories, told =>
    {
        var last = told.Ratings[^1];
        var next = new GapPair(100, Day(80), 10, Day(81), true);
        return GapStory.Of([.. told.Ratings, next], Sdc, told.Said).State == GapState.Open && last.At < next.At;
    }).Check(Many);

    // The definition, said backwards from the last ratings.
    private static GapState? Model(IReadOnlyList<GapPair> ratings, IReadOnlyCollection<GapSaying> said, int last)
    {
        if (last < 0)
        {
            return null;
        }

        var (pair, before) = (ratings[last], Model(ratings, said, last - 1));
        if (!pair.Comparable)
        {
            return before == GapState.Open ? GapState.Apart : before;
        }

        if (Math.Abs(pair.Gap) < Sdc)
        {
            return before is null or GapState.Agreed ? before : GapState.Narrowed;
        }

        var until = last + 1 < ratings.Count ? ratings[last + 1].At : DateTimeOffset.MaxValue;
        var words = new[] { Perspective.ServiceUser, Perspective.Practitioner }.Select(side => said
            .Where(one => one.PersonAt == pair.PersonAt && one.PractitionerAt == pair.PractitionerAt && one.At < until && (one.Setting == Setting.Joint || one.Perspective == side))
            .MaxBy(one => (one.At < pair.At ? pair.At : one.At, one.RecordedAt, one.Id))?.Word).Distinct().ToList();
        return words switch
        {
            [GapWord.Agree] => GapState.Agreed,
            [GapWord.AgreeToDiffer] => GapState.AgreedToDiffer,
            _ => GapState.Open,
        };
    }

    private static bool Same(GapStory one, GapStory other) =>
        one.State == other.State && one.Steps.Select(step => (step.Kind, step.At)).SequenceEqual(other.Steps.Select(step => (step.Kind, step.At)));

    // Both voices as they stood each time either spoke: the model of a path, an instant at a time.
    private static List<GapPair> Pairs((bool Persons, int Value, int Day)[] ratings)
    {
        List<GapPair> pairs = [];
        var all = ratings.Append((true, 100, -2)).Append((false, 40, -1)).DistinctBy(rating => (rating.Item1, rating.Item3)).ToList();
        foreach (var day in all.Select(rating => rating.Item3).Distinct().Order().Where(day => day >= -1))
        {
            var (own, other) = (all.Where(one => one.Item1 && one.Item3 <= day).MaxBy(one => one.Item3), all.Where(one => !one.Item1 && one.Item3 <= day).MaxBy(one => one.Item3));
            pairs.Add(new GapPair(own.Item2, Day(own.Item3), other.Item2, Day(other.Item3), Math.Abs(own.Item3 - other.Item3) <= 30));
        }

        return pairs;
    }

    /// <summary>Ratings, and what was said of them; now and then of ratings that never were.</summary>
    private sealed record Life
    {
        public Life(List<GapPair> ratings, (int Pair, Perspective Side, GapWord Word, Setting Setting, int Day)[] sayings) => (Ratings, Said) = (ratings,
            [.. sayings.Select((one, i) => Says(one.Side, one.Word, one.Pair < ratings.Count ? ratings[one.Pair] : Pair(1, 200, 99, 201), one.Day, one.Setting, recorded: 100 + i))]);

        public List<GapPair> Ratings { get; }

        public List<GapSaying> Said { get; }

        public GapStory Story() => GapStory.Of(Ratings, Sdc, Said);
    }
}
