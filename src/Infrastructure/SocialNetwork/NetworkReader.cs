using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;
using Barometre.Domain.SocialNetwork.Telling;
using Barometre.Infrastructure.Shared;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>What other modules read of this one; each reading is one statement.</summary>
internal sealed class NetworkReader(MapReader maps, IFactReadings facts, IRecordKeys keys) : INetworkReader
{
    public async Task<IReadOnlyList<KnownAlter>> AltersAsync(Guid serviceUserId, IReadOnlyCollection<Guid> alterIds, CancellationToken cancellationToken)
    {
        if (alterIds.Count == 0)
        {
            return [];
        }

        var map = (await maps.HistoryAsync(serviceUserId, FactsWanted.OfStanding, cancellationToken)).Latest();
        var present = map.Present.Select(alter => alter.Id).ToHashSet();
        var left = map.Left.Select(alter => alter.Id).ToHashSet();
        List<KnownAlter> known = [];
        foreach (var id in alterIds.Distinct())
        {
            var root = map.RootOf(id);
            if (present.Contains(root) || left.Contains(root))
            {
                known.Add(root != id ? new KnownAlter(id, AlterStanding.Merged, root) : new KnownAlter(id, present.Contains(id) ? AlterStanding.Present : AlterStanding.Left, null));
            }
        }

        return known;
    }

    public async Task<PrintedNetwork> MapNowAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var map = Own((await maps.HistoryAsync(serviceUserId, FactsWanted.WithoutComments, cancellationToken)).Latest());
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        var names = map.Present.Concat(map.Left).ToDictionary(alter => alter.Id, alter => key.Open(SealedWords.Names, alter.NameSealed));
        var sentences = TextTwin.Of(map, alter => names[alter.Id]);
        return new PrintedNetwork(
            [
                .. map.Present.Select(alter => new PrintedAlter(alter.Id, names[alter.Id], alter.TieOf(Perspective.ServiceUser)?.Closeness, alter.Angle, alter.Radius))
                    .OrderByDescending(alter => alter.Closeness ?? -1),
            ],
            [.. map.Ties.Select(tie => (tie.One, tie.Other))],
            [.. sentences.Select(sentence => sentence.Fr)],
            [.. sentences.Select(sentence => sentence.En)]);
    }

    public async Task<NetworkOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var all = await facts.ReadAsync(serviceUserId, FactsWanted.WithoutComments, cancellationToken);
        var history = NetworkHistory.Of(all);
        var (now, kept) = (history.Latest(), history.Snapshots());
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        Dictionary<Guid, DateTimeOffset> changed = [];
        foreach (var fact in all.Where(fact => !fact.IsOfSnapshot))
        {
            var root = now.RootOf(fact.SubjectId);
            changed[root] = changed.TryGetValue(root, out var before) && before > fact.RecordedAt ? before : fact.RecordedAt;
        }

        return new NetworkOverview(
            [.. now.Present.Concat(now.Left).Select(alter => Glance(alter, key, changed[alter.Id]))],
            [.. now.Ties.Select(tie => new OverviewPair(tie.One, tie.Other))],
            kept.Count == 0 ? null : kept[^1].Id,
            kept.Count == 0 ? null : kept[^1].Moment);
    }

    public async Task<IReadOnlyList<string>> NamesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var all = await facts.ReadAsync(serviceUserId, FactsWanted.WithoutComments, cancellationToken);
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return [.. all.Where(fact => !fact.IsOfSnapshot).Select(fact => key.OpenWhole(SealedWords.Names, fact.NameSealed)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static OverviewAlter Glance(Alter alter, IRecordKey key, DateTimeOffset changedAt) => new(
        alter.Id, key.Open(SealedWords.Names, alter.NameSealed), Words.Of(alter.Kind), Words.Of(alter.Circle), alter.IsPresent, alter.Angle, alter.Radius,
        [.. alter.Ties.Select(tie => new OverviewTie(tie.Perspective, tie.Closeness, tie.Quality, tie.Imported))], changedAt);

    // What is printed is the person's: other voices stay where both can be seen.
    private static NetworkMap Own(NetworkMap map) =>
        map with { Present = [.. map.Present.Select(alter => alter with { Ties = [.. alter.Ties.Where(tie => tie.Perspective == Perspective.ServiceUser)] })] };
}
