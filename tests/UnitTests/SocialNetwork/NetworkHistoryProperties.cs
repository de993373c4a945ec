using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;
using FsCheck;
using FsCheck.Fluent;
using static Barometre.UnitTests.SocialNetwork.Given;

namespace Barometre.UnitTests.SocialNetwork;

/// <summary>Random histories: adding, leaving, coming back, merging and taking it back, with clocks ahead and behind.</summary>
public sealed class NetworkHistoryProperties
{
    private const int Alters = 5;
    private const int Days = 12;

    private static readonly NetworkFactKind[] Kinds =
    [
        NetworkFactKind.AlterChanged, NetworkFactKind.AlterLeft, NetworkFactKind.AlterBack, NetworkFactKind.TieStated, NetworkFactKind.TieStated, NetworkFactKind.TieStated,
        NetworkFactKind.AltersTied, NetworkFactKind.AltersTied, NetworkFactKind.AltersUntied, NetworkFactKind.AltersMerged, NetworkFactKind.MergeUndone, NetworkFactKind.AlterNamed,
    ];

    [Fact]
    public void The_map_at_any_date_is_the_one_replayed_from_the_facts() => Prop.ForAll(Histories, facts =>
    {
        var history = NetworkHistory.Of(facts);
        for (var day = -1; day <= Days; day++)
        {
            Assert.Equal(new Reference(facts, Day(day)).Show(Enumerable.Range(1, Alters)), Reference.Show(history.At(Day(day))));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Prop.ForAll(Histories, Gen.Choose(0, int.MaxValue).ToArbitrary(), (facts, seed) =>
    {
        var shuffled = facts.ToArray();
        new Random(seed).Shuffle(shuffled);

        for (var day = -1; day <= Days; day++)
        {
            Assert.Equal(Whole(NetworkHistory.Of(facts).At(Day(day))), Whole(NetworkHistory.Of(shuffled).At(Day(day))));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_comes_later_changes_no_earlier_map() => Prop.ForAll(Histories, Gen.Choose(-1, Days).ToArbitrary(), (facts, day) =>
    {
        var all = NetworkHistory.Of(facts);

        var until = NetworkHistory.Of(all.Until(Day(day)).Select(counted => counted.Fact));

        Assert.Equal(Whole(all.At(Day(day))), Whole(until.At(Day(day))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_merge_taken_back_never_was() => Prop.ForAll(Histories, facts =>
    {
        var before = facts.Where(fact => fact.Kind is not (NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone)).ToList();
        NetworkFact[] after = [.. before, Fact(NetworkFactKind.AltersMerged, 1, 2, 900_001, 2), Fact(NetworkFactKind.MergeUndone, 2, Days + 1, 900_002, 1)];

        Assert.Equal(Whole(NetworkHistory.Of(before).At(Day(Days + 2))), Whole(NetworkHistory.Of(after).At(Day(Days + 2))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_evolution_puts_everybody_in_one_place() => Prop.ForAll(Histories, Gen.Choose(0, Days).Two().ToArbitrary(), (facts, days) =>
    {
        var history = NetworkHistory.Of(facts);
        var (from, to) = (history.At(Day(Math.Min(days.Item1, days.Item2))), history.At(Day(Math.Max(days.Item1, days.Item2))));

        var evolution = NetworkEvolution.Between(from, to);

        Assert.Equal(to.Present.Select(alter => alter.Id).Order(), evolution.Kept.Concat(evolution.New).Concat(evolution.Back).Select(alter => alter.Id).Order());
        Assert.All(evolution.Gone, alter => Assert.Contains(alter, from.Present));
        Assert.InRange(evolution.Jaccard ?? 0, 0, 1);
        var still = NetworkEvolution.Between(to, to);
        Assert.Equal((to.Present.Count, 0, to.Present.Count == 0 ? null : (double?)1), (still.Kept.Count, still.New.Count + still.Back.Count + still.Gone.Count, still.Jaccard));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_maps_made_in_one_go_are_the_two_maps() => Prop.ForAll(Histories, Gen.Choose(-1, Days).Two().ToArbitrary(), (facts, days) =>
    {
        var history = NetworkHistory.Of(facts);
        var (from, to) = (Day(Math.Min(days.Item1, days.Item2)), Day(Math.Max(days.Item1, days.Item2)));

        var (earlier, later) = history.Between(from, to);

        Assert.Equal((from, Whole(history.At(from)), to, Whole(history.At(to))), (earlier.At, Whole(earlier), later.At, Whole(later)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_clock_that_is_behind_says_nothing_of_somebody_before_they_were_named()
    {
        var history = NetworkHistory.Of([Named(1, 10, "Lou"), Fact(NetworkFactKind.AlterChanged, 1, -900, name: "Loulou"), Fact(NetworkFactKind.TieStated, 1, -899, closeness: 40)]);

        Assert.Empty(history.At(Day(9)).Present);
        Assert.Equal(("Loulou", 40), (NameOf(history.Latest().Alter(1)), (int)history.Latest().Alter(1).TieOf(Perspective.ServiceUser)!.Closeness!));
    }

    [Fact]
    public void Of_merged_entries_the_one_that_stays_keeps_its_name_and_the_later_word_on_the_tie_counts()
    {
        var map = NetworkHistory.Of(
        [
            Named(1, 0, "Lou"), Named(2, 0, "Loulou"), Named(3, 0), Fact(NetworkFactKind.TieStated, 2, 1, closeness: 10, quality: 30), Fact(NetworkFactKind.TieStated, 1, 2, closeness: 90),
            Fact(NetworkFactKind.AltersTied, 2, 3, other: 3, strength: 7), Fact(NetworkFactKind.AltersMerged, 2, 4, other: 1),
        ]).Latest();

        var tie = map.Alter(1).TieOf(Perspective.ServiceUser)!;
        Assert.Equal(("Lou", 90, 30, Id(2)), (NameOf(map.Alter(1)), (int)tie.Closeness!, (int)tie.Quality!, Assert.Single(map.Alter(1).Merged)));
        Assert.Equal(new AlterTie(Id(1), Id(3), 7, Day(3)), Assert.Single(map.Ties));
    }

    [Fact]
    public void A_snapshot_named_again_is_renamed_and_one_dropped_is_kept_no_more()
    {
        var history = NetworkHistory.Of(
        [
            Fact(NetworkFactKind.SnapshotNamed, 50, 5, name: "Avant", moment: 2), Fact(NetworkFactKind.SnapshotNamed, 50, 6, name: "Avant de déménager", moment: 3),
            Fact(NetworkFactKind.SnapshotNamed, 51, 5, name: "Autre"), Fact(NetworkFactKind.SnapshotDropped, 51, 7),
        ]);

        var snapshot = Assert.Single(history.Snapshots());
        Assert.Equal((Id(50), Day(3)), (snapshot.Id, snapshot.Moment));
    }

    private static string Whole(NetworkMap map) =>
        $"{Reference.Show(map)}\n{string.Join(' ', map.Present.Concat(map.Left).Select(alter => $"{alter.Since:O} {alter.LeftAt:O} {string.Join(',', alter.Merged)}"))} {string.Join(' ', map.Ties)}";

    private static Arbitrary<IReadOnlyList<NetworkFact>> Histories { get; } = (
        from namings in Gen.Choose(0, Days - 1).ListOf(Alters)
        from count in Gen.Choose(0, 30)
        from facts in (
            from kind in Gen.Elements(Kinds)
            from subject in Gen.Choose(1, Alters)
            from other in Gen.Choose(1, Alters - 1)
            from hour in Gen.Choose(-24, Days * 24)
            from ahead in Gen.Elements(0, 0, 0, 5)
            from practitioner in Gen.Elements(false, false, true)
            from closeness in Gen.Choose(0, 100)
            from said in Gen.Choose(1, 3)
            select (kind, subject, other: other >= subject ? other + 1 : other, hour, ahead, practitioner, closeness, said)).ListOf(count)
        select (IReadOnlyList<NetworkFact>)
        [
            .. namings.Select((day, i) => Named(i + 1, day)),
            .. facts.Select((fact, i) => Fact(
                fact.kind, fact.subject, fact.hour / 24.0, 500_000 + i,
                fact.kind is NetworkFactKind.AltersTied or NetworkFactKind.AltersUntied or NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone ? fact.other : null,
                (fact.hour / 24.0) + fact.ahead,
                fact.practitioner && fact.kind == NetworkFactKind.TieStated ? Perspective.Practitioner : Perspective.ServiceUser,
                fact.kind is NetworkFactKind.AlterChanged or NetworkFactKind.AlterNamed ? $"Nom {i}" : null,
                closeness: fact.kind == NetworkFactKind.TieStated && fact.said != 2 ? (short)fact.closeness : null,
                quality: fact.kind == NetworkFactKind.TieStated && fact.said != 1 ? (short)(100 - fact.closeness) : null)),
        ]).ToArbitrary();
}
