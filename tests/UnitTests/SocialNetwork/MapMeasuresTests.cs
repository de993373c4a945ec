using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;
using Barometre.Domain.SocialNetwork.Measures;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.SocialNetwork.Given;

namespace Barometre.UnitTests.SocialNetwork;

public sealed class MapMeasuresTests
{
    [Fact]
    public void An_empty_map_has_a_size_and_says_why_it_has_nothing_else()
    {
        var measures = MapMeasures.OfStructure(Map(0)).Concat(MapMeasures.OfTies(Map(0), Perspective.ServiceUser)).ToList();

        Assert.Equal(0, Of(measures, MeasureCode.Alters).Value);
        Assert.All(measures.Where(measure => measure.Code is not (MeasureCode.Alters or MeasureCode.Ties)), measure =>
        {
            Assert.Null(measure.Value);
            Assert.Equal(Undefined.NoAlters, measure.Why);
        });
    }

    [Fact]
    public void One_alter_has_no_density()
    {
        var measures = MapMeasures.OfStructure(Map(1));

        Assert.Equal((null, (Undefined?)Undefined.FewerThanTwo), (Of(measures, MeasureCode.Density).Value, Of(measures, MeasureCode.Density).Why));
        Assert.Equal((1, 1, 1), (Of(measures, MeasureCode.EffectiveSize).Value, Of(measures, MeasureCode.Constraint).Value, Of(measures, MeasureCode.Isolates).Value));
    }

    [Fact]
    public void Two_strangers_and_two_friends_differ()
    {
        var (strangers, friends) = (MapMeasures.OfStructure(Map(2)), MapMeasures.OfStructure(Map(2, (1, 2))));

        Assert.Equal((0, 2), (Of(strangers, MeasureCode.Density).Value, Of(strangers, MeasureCode.EffectiveSize).Value));
        Assert.Equal((1, 1), (Of(friends, MeasureCode.Density).Value, Of(friends, MeasureCode.EffectiveSize).Value));
        Assert.Equal(.5, Of(strangers, MeasureCode.Constraint).Value!.Value, 10);
        Assert.Equal(1.125, Of(friends, MeasureCode.Constraint).Value!.Value, 10);
    }

    [Fact]
    public void The_person_of_the_published_example_has_its_measures()
    {
        // Borgatti's G is the person: A B C D E F are 1 to 6.
        var measures = MapMeasures.OfStructure(Map(6, (1, 2), (1, 6), (1, 5), (2, 4)));

        Assert.Equal(.400, Of(measures, MeasureCode.Constraint).Value!.Value, 3);
        Assert.Equal(4.67, Of(measures, MeasureCode.EffectiveSize).Value!.Value, 2);
        Assert.Equal(.2667, Of(measures, MeasureCode.Density).Value!.Value, 4);
        Assert.Equal(1, Of(measures, MeasureCode.Isolates).Value);
        Assert.Equal(Undefined.StrengthsMissing, Of(measures, MeasureCode.ConstraintWeighted).Why);
    }

    [Fact]
    public void Ties_are_measured_in_each_voice_apart_by_what_was_said()
    {
        var map = NetworkHistory.Of(
        [
            Named(1, 0), Named(2, 0), Named(3, 0), Named(4, 0),
            Fact(NetworkFactKind.TieStated, 1, 1, closeness: 100, quality: 60, given: Supports.Of(SupportKind.Company), received: Supports.Of(SupportKind.Emotional)),
            Fact(NetworkFactKind.TieStated, 2, 1, closeness: 50, quality: 40, given: Supports.None, received: Supports.Of(SupportKind.Money)),
            Fact(NetworkFactKind.TieStated, 3, 1, quality: 50),
            Fact(NetworkFactKind.TieStated, 1, 2, perspective: Perspective.Practitioner, closeness: 10),
        ]).Latest();

        var own = MapMeasures.OfTies(map, Perspective.ServiceUser);
        var other = MapMeasures.OfTies(map, Perspective.Practitioner);

        Assert.Equal((75, 2), (Of(own, MeasureCode.MeanCloseness).Value, Of(own, MeasureCode.MeanCloseness).N));
        Assert.Equal((50, 1 / 3.0, 1 / 3.0), (Of(own, MeasureCode.MeanQuality).Value, Of(own, MeasureCode.SupportiveShare).Value, Of(own, MeasureCode.HardShare).Value));
        Assert.Equal((.5, .5, 2), (Of(own, MeasureCode.Multiplexity).Value, Of(own, MeasureCode.Reciprocity).Value, Of(own, MeasureCode.Reciprocity).N));
        Assert.Equal((10, (Undefined?)Undefined.NothingSaid), (Of(other, MeasureCode.MeanCloseness).Value, Of(other, MeasureCode.MeanQuality).Why));
        Assert.Empty(MapMeasures.OfTies(map, Perspective.Relative));
    }

    [Fact]
    public void Circles_are_shared_out_and_told_apart()
    {
        var map = NetworkHistory.Of([Named(1, 0, circle: LifeCircle.Family), Named(2, 0, circle: LifeCircle.Services), Named(3, 0, circle: LifeCircle.Services), Named(4, 0)]).Latest();

        var measures = MapMeasures.OfStructure(map);

        Assert.Equal(.5, measures.Single(measure => measure is { Code: MeasureCode.CircleShare, Part: LifeCircle.Services }).Value);
        Assert.Equal(1, measures.Where(measure => measure.Code == MeasureCode.CircleShare).Sum(measure => measure.Value));
        Assert.Equal(.625, Of(measures, MeasureCode.CircleDiversity).Value);
        Assert.Equal(.625 * 9 / 8, Of(measures, MeasureCode.CircleVariation).Value!.Value, 10);
        Assert.Equal((.5, 0), (Of(measures, MeasureCode.FamilyEi).Value, Of(measures, MeasureCode.ServicesEi).Value));
    }

    [Fact]
    public void Numbering_the_alters_otherwise_changes_no_measure() => Prop.ForAll(Graphs, graph =>
    {
        var shuffled = Enumerable.Range(1, graph.Alters).ToArray();
        new Random(graph.Alters).Shuffle(shuffled);
        var other = MapMeasures.OfStructure(Map(graph.Alters, graph.Ties.Select(tie => (shuffled[tie.One - 1], shuffled[tie.Other - 1]))));

        Assert.All(MapMeasures.OfStructure(Map(graph.Alters, graph.Ties)).Zip(other), pair =>
        {
            Assert.Equal((pair.First.Code, pair.First.Part, pair.First.Why, pair.First.N), (pair.Second.Code, pair.Second.Part, pair.Second.Why, pair.Second.N));
            Assert.Equal(pair.First.Value ?? -1, pair.Second.Value ?? -1, 10);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Measures_stay_within_their_bounds() => Prop.ForAll(Graphs, graph =>
    {
        var measures = MapMeasures.OfStructure(Map(graph.Alters, graph.Ties));

        Assert.All(measures, measure => Assert.Equal(measure.Value is null, measure.Why is not null));
        Assert.InRange(Of(measures, MeasureCode.Density).Value ?? 0, 0, 1);
        Assert.InRange(Of(measures, MeasureCode.EffectiveSize).Value ?? 1, 1, Math.Max(1, graph.Alters));
        Assert.InRange(Of(measures, MeasureCode.CircleVariation).Value ?? 0, 0, 1);
        Assert.InRange(Of(measures, MeasureCode.Constraint).Value ?? 1, 0, 1.125 + 1e-9);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(int Alters, (int One, int Other)[] Ties)> Graphs { get; } = (
        from alters in Gen.Choose(0, 12)
        from ties in Gen.Choose(1, 12).Two().ListOf(30)
        select (alters, ties.Where(tie => tie.Item1 < tie.Item2 && tie.Item2 <= alters).Distinct().Select(tie => (tie.Item1, tie.Item2)).ToArray())).ToArbitrary();

    private static Measured Of(IEnumerable<Measured> measures, MeasureCode code) => measures.Single(measure => measure.Code == code);
}
