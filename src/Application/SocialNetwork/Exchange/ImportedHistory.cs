using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Facts of a list, against those that a network has already.</summary>
/// <param name="file">The member of the request that holds the list.</param>
/// <param name="known">Every fact of the network.</param>
internal sealed class ImportedHistory(string file, IReadOnlyList<NetworkFact> known, MapWords words, FileFaults faults)
{
    /// <summary>The facts that the network does not have yet; those with other content than it has, or about nobody named, are faults of their lines.</summary>
    public IReadOnlyList<NetworkFact> Of(IReadOnlyList<ListedFact> listed, Func<ListedFact, NetworkFact> seal)
    {
        var there = known.ToDictionary(fact => fact.Id);
        var named = known.Select(fact => (fact.Kind, fact.SubjectId)).Concat(listed.Select(fact => (fact.Given.Kind, fact.Given.SubjectId))).ToHashSet();
        List<NetworkFact> added = [];
        foreach (var line in listed)
        {
            var fact = seal(line);
            if (!named.Contains((fact.IsOfSnapshot ? NetworkFactKind.SnapshotNamed : NetworkFactKind.AlterNamed, fact.SubjectId))
                || (fact.OtherId is { } other && !named.Contains((NetworkFactKind.AlterNamed, other))))
            {
                faults.Add(file, line.Line, SocialNetworkErrors.UnknownSubject);
            }
            else if (!there.TryGetValue(fact.Id, out var kept))
            {
                added.Add(fact);
            }
            else if (!IsSame(kept, fact))
            {
                faults.Add(file, line.Line, SocialNetworkErrors.LineReused);
            }
        }

        return added;
    }

    // When a fact counts follows from when it was received, if its device's clock ran ahead.
    private bool IsSame(NetworkFact kept, NetworkFact sent) =>
        (kept.At == sent.At || sent.At >= sent.RecordedAt) && FactList.Said(kept, words).SequenceEqual(FactList.Said(sent, words));
}
