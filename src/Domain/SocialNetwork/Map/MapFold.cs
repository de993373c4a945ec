using System.Runtime.InteropServices;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>Goes through facts in the order in which they count and keeps what they say together.</summary>
/// <param name="merges">The merges that hold: one that was undone since never was.</param>
internal sealed class MapFold(IReadOnlySet<Guid> merges)
{
    private readonly Dictionary<Guid, AlterState> _alters = [];
    private readonly Dictionary<Guid, Guid> _into = [];
    private Dictionary<(Guid One, Guid Other), TieState> _ties = [];
    private int _place;

    public void Take(NetworkFact fact, DateTimeOffset counts)
    {
        _place++;
        switch (fact.Kind)
        {
            case NetworkFactKind.AltersTied or NetworkFactKind.AltersUntied:
                Tie(_ties, RootOf(fact.SubjectId), RootOf(fact.OtherId!.Value), new TieState(fact.Kind == NetworkFactKind.AltersTied, fact.Strength, counts, _place));
                break;
            case NetworkFactKind.AltersMerged when merges.Contains(fact.Id):
                Merge(RootOf(fact.SubjectId), RootOf(fact.OtherId!.Value));
                break;
            case NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone or NetworkFactKind.SnapshotNamed or NetworkFactKind.SnapshotDropped:
                break;
            default:
                StateOf(RootOf(fact.SubjectId)).Take(fact, counts, _place);
                break;
        }
    }

    public NetworkMap Map(DateTimeOffset at)
    {
        List<Alter> present = [];
        List<Alter> left = [];
        foreach (var state in _alters.Values.Where(state => state.WasEverThere).OrderBy(state => state.Since).ThenBy(state => state.Id))
        {
            (state.IsPresent ? present : left).Add(state.ToAlter());
        }

        var there = present.Select(alter => alter.Id).ToHashSet();
        return new NetworkMap(
            at,
            present,
            left,
            [.. _ties.Where(tie => tie.Value.IsTied && there.Contains(tie.Key.One) && there.Contains(tie.Key.Other))
                .Select(tie => new AlterTie(tie.Key.One, tie.Key.Other, tie.Value.Strength, tie.Value.Since))
                .OrderBy(tie => tie.One).ThenBy(tie => tie.Other)],
            _into.Keys.ToDictionary(merged => merged, RootOf));
    }

    private Guid RootOf(Guid alter)
    {
        while (_into.TryGetValue(alter, out var into))
        {
            alter = into;
        }

        return alter;
    }

    private AlterState StateOf(Guid alter)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_alters, alter, out _);
        return state ??= new AlterState(alter);
    }

    // Two devices may each have merged one into the other: the second finds them one already.
    private void Merge(Guid from, Guid into)
    {
        if (from == into)
        {
            return;
        }

        _into[from] = into;
        StateOf(into).Absorb(StateOf(from));
        _alters.Remove(from);
        var ties = new Dictionary<(Guid, Guid), TieState>(_ties.Count);
        foreach (var ((one, other), state) in _ties)
        {
            Tie(ties, RootOf(one), RootOf(other), state);
        }

        _ties = ties;
    }

    private static void Tie(Dictionary<(Guid One, Guid Other), TieState> ties, Guid one, Guid other, TieState state)
    {
        if (one == other)
        {
            return;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(ties, one.CompareTo(other) < 0 ? (one, other) : (other, one), out var exists);
        if (!exists || state.Place > known.Place)
        {
            // Said again, a tie is there since it was first said; how strong it is stays unless said anew.
            known = exists && known.IsTied && state.IsTied ? state with { Since = known.Since, Strength = state.Strength ?? known.Strength } : state;
        }
        else if (known.IsTied && state.IsTied)
        {
            known = known with { Since = state.Since < known.Since ? state.Since : known.Since, Strength = known.Strength ?? state.Strength };
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct TieState(bool IsTied, short? Strength, DateTimeOffset Since, int Place);
}
