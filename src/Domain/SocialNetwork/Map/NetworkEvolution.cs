using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>What became of the map between two moments.</summary>
/// <param name="From">The earlier map.</param>
/// <param name="To">The later map.</param>
/// <param name="Kept">In the person's life at both moments, as they are at the later one.</param>
/// <param name="New">There at the later moment, never before the earlier one.</param>
/// <param name="Back">There at the later moment; had left by the earlier one.</param>
/// <param name="Gone">There at the earlier moment, left by the later one; as they were at the earlier one.</param>
/// <param name="Changes">How the ties of those kept moved, voice by voice; a tie that a voice did not state at both moments is absent.</param>
public sealed record NetworkEvolution(
    NetworkMap From, NetworkMap To, IReadOnlyList<Alter> Kept, IReadOnlyList<Alter> New, IReadOnlyList<Alter> Back, IReadOnlyList<Alter> Gone, IReadOnlyList<TieChange> Changes)
{
    /// <summary>The version of the definitions.</summary>
    public const string Method = "network-evolution/1";

    /// <summary>How many moves are named.</summary>
    public const int MostNamed = 5;

    /// <summary>Jaccard's coefficient: of all who were there at either moment, the share that was there at both, 0 to 1; null when nobody ever was.</summary>
    /// <remarks>Jaccard 1912. Entries that turned out to be the same are one.</remarks>
    public double? Jaccard => Kept.Count + New.Count + Back.Count + Gone.Count is > 0 and var all ? (double)Kept.Count / all : null;

    /// <summary>The largest moves of one voice, largest first.</summary>
    public IReadOnlyList<TieChange> BiggestMoves(Perspective perspective) =>
    [
        .. Changes.Where(change => change.Perspective == perspective && (change.Nearness != Move.Same || change.Ease != Move.Same))
            .OrderByDescending(change => change.Size).ThenBy(change => change.AlterId).Take(MostNamed),
    ];

    public static NetworkEvolution Between(NetworkMap from, NetworkMap to)
    {
        var (before, after, left) = (ByEntry(from.Present), ByEntry(to.Present), ByEntry(from.Left));
        List<Alter> kept = [];
        List<Alter> entered = [];
        List<Alter> back = [];
        List<TieChange> changes = [];
        foreach (var alter in to.Present)
        {
            if (Find(before, alter) is { } earlier)
            {
                kept.Add(alter);
                Compare(earlier, alter, changes);
            }
            else
            {
                (Find(left, alter) is null ? entered : back).Add(alter);
            }
        }

        return new NetworkEvolution(from, to, kept, entered, back, [.. from.Present.Where(alter => Find(after, alter) is null)], changes);
    }

    private static Dictionary<Guid, Alter> ByEntry(IReadOnlyList<Alter> alters)
    {
        Dictionary<Guid, Alter> entries = new(alters.Count);
        foreach (var alter in alters)
        {
            entries[alter.Id] = alter;
            foreach (var merged in alter.Merged)
            {
                entries[merged] = alter;
            }
        }

        return entries;
    }

    private static Alter? Find(Dictionary<Guid, Alter> entries, Alter alter)
    {
        if (entries.TryGetValue(alter.Id, out var same))
        {
            return same;
        }

        foreach (var merged in alter.Merged)
        {
            if (entries.TryGetValue(merged, out same))
            {
                return same;
            }
        }

        return null;
    }

    private static void Compare(Alter earlier, Alter later, List<TieChange> changes)
    {
        foreach (var tie in later.Ties)
        {
            if (earlier.TieOf(tie.Perspective) is { } before)
            {
                changes.Add(new TieChange(later.Id, tie.Perspective, before.Closeness, tie.Closeness, before.Quality, tie.Quality));
            }
        }
    }
}

/// <summary>Which way a tie moved; a move of fewer points than <see cref="TieChange.Noticeable"/> is none.</summary>
public enum Move
{
    /// <summary>It cannot be said: not stated at both moments.</summary>
    Unknown,
    Same,

    /// <summary>Nearer, or better.</summary>
    Up,

    /// <summary>Further away, or harder.</summary>
    Down,
}

/// <summary>How one voice's view of one tie moved between two moments; points on 0–100.</summary>
public sealed record TieChange(Guid AlterId, Perspective Perspective, short? ClosenessBefore, short? ClosenessAfter, short? QualityBefore, short? QualityAfter)
{
    /// <summary>In points: less is what a finger on a screen does by itself.</summary>
    public const int Noticeable = 5;

    /// <summary>Points nearer (above 0) or further away (below).</summary>
    public int? ClosenessChange => ClosenessAfter - ClosenessBefore;

    /// <summary>Points better (above 0) or harder (below).</summary>
    public int? QualityChange => QualityAfter - QualityBefore;

    public Move Nearness => Of(ClosenessChange);

    public Move Ease => Of(QualityChange);

    /// <summary>The larger of the two moves, in points.</summary>
    public int Size => Math.Max(Math.Abs(ClosenessChange ?? 0), Math.Abs(QualityChange ?? 0));

    private static Move Of(int? change) => change switch
    {
        null => Move.Unknown,
        >= Noticeable => Move.Up,
        <= -Noticeable => Move.Down,
        _ => Move.Same,
    };
}
