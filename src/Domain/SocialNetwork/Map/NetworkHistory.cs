using System.Runtime.InteropServices;
using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>All the facts of a network, from which its map follows at any moment, in whatever order they arrived.</summary>
/// <remarks>
/// Facts count in the order of their time; at the same time, in that of the devices' clocks, then of their ids. Nothing can be said of somebody before they were named:
/// a fact that is dated earlier (its device's clock was behind) counts from the naming, after it.
/// </remarks>
public sealed class NetworkHistory
{
    private readonly List<Counted> _facts;

    private NetworkHistory(List<Counted> facts) => _facts = facts;

    public static NetworkHistory Of(IEnumerable<NetworkFact> facts)
    {
        List<NetworkFact> all = [.. facts];
        var named = new Dictionary<Guid, DateTimeOffset>();
        foreach (var fact in all)
        {
            if (fact.Kind == NetworkFactKind.AlterNamed && !(named.TryGetValue(fact.SubjectId, out var known) && known <= fact.At))
            {
                named[fact.SubjectId] = fact.At;
            }
        }

        List<Counted> counted = new(all.Count);
        foreach (var fact in all)
        {
            counted.Add(new Counted(fact, From(fact, named)));
        }

        // From the database they come in order already.
        for (var i = 1; i < counted.Count; i++)
        {
            if (Counted.InOrder(counted[i - 1], counted[i]) > 0)
            {
                counted.Sort(Counted.InOrder);
                break;
            }
        }

        return new NetworkHistory(counted);
    }

    /// <summary>The map at a moment.</summary>
    public NetworkMap At(DateTimeOffset at)
    {
        var fold = new MapFold(MergesAt(at));
        foreach (var (fact, counts) in _facts)
        {
            if (counts > at)
            {
                break;
            }

            fold.Take(fact, counts);
        }

        return fold.Map(at);
    }

    /// <summary>The maps at two moments, the earlier first.</summary>
    public (NetworkMap From, NetworkMap To) Between(DateTimeOffset from, DateTimeOffset to)
    {
        var (then, since) = (MergesAt(from), MergesAt(to));
        if (!then.IsSubsetOf(since))
        {
            // A merge that held then was undone since, and never was: the later map has another past.
            return (At(from), At(to));
        }

        // A merge made later counts later: up to the earlier moment both maps are one.
        var fold = new MapFold(since);
        NetworkMap? earlier = null;
        foreach (var (fact, counts) in _facts)
        {
            if (counts > to)
            {
                break;
            }

            earlier ??= counts > from ? fold.Map(from) : null;
            fold.Take(fact, counts);
        }

        var later = fold.Map(to);
        return (earlier ?? later with { At = from }, later);
    }

    /// <summary>The map after everything that is known.</summary>
    public NetworkMap Latest() => At(DateTimeOffset.MaxValue);

    /// <summary>The moments that the person keeps, earliest first.</summary>
    public IReadOnlyList<Snapshot> Snapshots()
    {
        Dictionary<Guid, Snapshot> kept = [];
        foreach (var (fact, _) in _facts)
        {
            if (fact.Kind == NetworkFactKind.SnapshotNamed)
            {
                kept[fact.SubjectId] = new Snapshot(fact.SubjectId, fact.NameSealed!, fact.Moment < fact.At ? fact.Moment.Value : fact.At, fact.At, fact.AuthorId, fact.Setting);
            }
            else if (fact.Kind == NetworkFactKind.SnapshotDropped)
            {
                kept.Remove(fact.SubjectId);
            }
        }

        return [.. kept.Values.OrderBy(snapshot => snapshot.Moment).ThenBy(snapshot => snapshot.Id)];
    }

    /// <summary>The facts that count until a moment, each with the time from which it counts, earliest first.</summary>
    public IEnumerable<(NetworkFact Fact, DateTimeOffset Counts)> Until(DateTimeOffset at) =>
        _facts.TakeWhile(counted => counted.From <= at).Select(counted => (counted.Fact, counted.From));

    private HashSet<Guid> MergesAt(DateTimeOffset at)
    {
        Dictionary<(Guid, Guid), Guid> holding = [];
        foreach (var (fact, counts) in _facts)
        {
            if (counts > at)
            {
                break;
            }

            if (fact.Kind is NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone)
            {
                var (one, other) = (fact.SubjectId, fact.OtherId!.Value);
                var pair = one.CompareTo(other) < 0 ? (one, other) : (other, one);
                if (fact.Kind == NetworkFactKind.MergeUndone)
                {
                    holding.Remove(pair);
                }
                else
                {
                    holding.TryAdd(pair, fact.Id);
                }
            }
        }

        return [.. holding.Values];
    }

    private static DateTimeOffset From(NetworkFact fact, Dictionary<Guid, DateTimeOffset> named)
    {
        var from = fact.At;
        if (!fact.IsOfSnapshot)
        {
            from = Later(from, fact.SubjectId);
            from = fact.OtherId is { } other ? Later(from, other) : from;
        }

        return from;

        DateTimeOffset Later(DateTimeOffset time, Guid alter) => named.TryGetValue(alter, out var naming) && naming > time ? naming : time;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Counted(NetworkFact Fact, DateTimeOffset From)
    {
        public static int InOrder(Counted one, Counted other)
        {
            var order = one.From.CompareTo(other.From);
            // At the same moment, whoever is named comes before what is said of them.
            order = order == 0 ? (one.Fact.Kind != NetworkFactKind.AlterNamed).CompareTo(other.Fact.Kind != NetworkFactKind.AlterNamed) : order;
            order = order == 0 ? one.Fact.At.CompareTo(other.Fact.At) : order;
            order = order == 0 ? one.Fact.DeviceAt.CompareTo(other.Fact.DeviceAt) : order;
            return order == 0 ? one.Fact.Id.CompareTo(other.Fact.Id) : order;
        }
    }
}

/// <summary>A moment of the map that the person chose to keep.</summary>
/// <param name="NameSealed">What they call it, sealed.</param>
/// <param name="Moment">The moment it keeps.</param>
/// <param name="NamedAt">When it was last named.</param>
public sealed record Snapshot(Guid Id, byte[] NameSealed, DateTimeOffset Moment, DateTimeOffset NamedAt, Guid AuthorId, Setting Setting);
