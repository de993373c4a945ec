using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;
using static Barometre.UnitTests.SocialNetwork.Given;

namespace Barometre.UnitTests.SocialNetwork;

/// <summary>The map at a moment, said again in the plainest way: each value is looked up backwards in the list of facts, nothing is carried along.</summary>
internal sealed class Reference
{
    private readonly NetworkFact[] _facts;
    private readonly HashSet<Guid> _merges = [];

    public Reference(IEnumerable<NetworkFact> facts, DateTimeOffset at)
    {
        var all = facts.ToList();
        var naming = all.Where(fact => fact.Kind == NetworkFactKind.AlterNamed).GroupBy(fact => fact.SubjectId).ToDictionary(one => one.Key, one => one.Min(fact => fact.At));
        _facts = [.. all.Select(fact => (fact, from: From(fact))).Where(one => one.from <= at)
            .OrderBy(one => one.from).ThenBy(one => one.fact.Kind == NetworkFactKind.AlterNamed ? 0 : 1).ThenBy(one => one.fact.At).ThenBy(one => one.fact.DeviceAt).ThenBy(one => one.fact.Id)
            .Select(one => one.fact)];
        foreach (var pair in _facts.Where(fact => fact.Kind is NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone).GroupBy(fact => (Guid[])[.. new[] { fact.SubjectId, fact.OtherId!.Value }.Order()], new SamePair()))
        {
            var sinceUndone = pair.Reverse().TakeWhile(fact => fact.Kind == NetworkFactKind.AltersMerged).LastOrDefault();
            if (sinceUndone is not null)
            {
                _merges.Add(sinceUndone.Id);
            }
        }

        DateTimeOffset From(NetworkFact fact) =>
            new[] { fact.At, naming.GetValueOrDefault(fact.SubjectId), fact.OtherId is { } other ? naming.GetValueOrDefault(other) : default }.Max();
    }

    public string Show(params IEnumerable<int> alters)
    {
        var ids = alters.Select(Id).ToList();
        var roots = ids.Where(id => RootAt(id, _facts.Length) == id && _facts.Any(fact => fact.Kind == NetworkFactKind.AlterNamed && RootAt(fact.SubjectId, _facts.Length) == id)).ToList();
        var present = roots.Where(id => IsPresent(id, _facts.Length)).ToList();
        var ties = from one in present from other in present where one.CompareTo(other) < 0 && AreTied(one, other) select $"{one:n}-{other:n}";
        return string.Join('\n', roots.Select(id => $"{id:n} {present.Contains(id)} {NameOf(id)} {Points(id, Perspective.ServiceUser)} {Points(id, Perspective.Practitioner)}").Order(StringComparer.Ordinal).Concat(ties.Order(StringComparer.Ordinal)));
    }

    public static string Show(NetworkMap map) => string.Join('\n', map.Present.Concat(map.Left)
        .Select(alter => $"{alter.Id:n} {alter.IsPresent} {Given.NameOf(alter)} {alter.TieOf(Perspective.ServiceUser)?.Closeness}/{alter.TieOf(Perspective.ServiceUser)?.Quality} {alter.TieOf(Perspective.Practitioner)?.Closeness}/{alter.TieOf(Perspective.Practitioner)?.Quality}")
        .Order(StringComparer.Ordinal)
        .Concat(map.Ties.Select(tie => $"{tie.One:n}-{tie.Other:n}").Order(StringComparer.Ordinal)));

    /// <summary>The entry that an alter is before the fact at a place.</summary>
    private Guid RootAt(Guid alter, int place)
    {
        foreach (var fact in _facts.Take(place).Where(fact => _merges.Contains(fact.Id)))
        {
            var before = Array.IndexOf(_facts, fact);
            if (RootAt(fact.SubjectId, before) == alter && RootAt(fact.OtherId!.Value, before) != alter)
            {
                alter = RootAt(fact.OtherId.Value, before);
            }
        }

        return alter;
    }

    private bool IsPresent(Guid root, int place)
    {
        for (var i = place - 1; i >= 0; i--)
        {
            var fact = _facts[i];
            if (_merges.Contains(fact.Id) && RootAt(fact.OtherId!.Value, i) == root && RootAt(fact.SubjectId, i) is var from && from != root)
            {
                return IsPresent(root, i) || IsPresent(from, i);
            }

            if (fact.Kind is NetworkFactKind.AlterLeft or NetworkFactKind.AlterBack && RootAt(fact.SubjectId, i) == root)
            {
                return fact.Kind == NetworkFactKind.AlterBack;
            }
        }

        return _facts.Take(place).Any(fact => fact.Kind == NetworkFactKind.AlterNamed && fact.SubjectId == root);
    }

    private string NameOf(Guid root) => System.Text.Encoding.UTF8.GetString(
        _facts.Select((fact, place) => (fact, place)).Last(one => one.fact.NameSealed is not null && RootAt(one.fact.SubjectId, one.place) == root).fact.NameSealed!);

    private string Points(Guid root, Perspective perspective)
    {
        var stated = _facts.Where(fact => fact.Kind == NetworkFactKind.TieStated && fact.Perspective == perspective && RootAt(fact.SubjectId, _facts.Length) == root).ToList();
        return $"{stated.FindLast(fact => fact.Closeness is not null)?.Closeness}/{stated.FindLast(fact => fact.Quality is not null)?.Quality}";
    }

    private bool AreTied(Guid one, Guid other) => _facts.LastOrDefault(fact =>
        fact.Kind is NetworkFactKind.AltersTied or NetworkFactKind.AltersUntied
        && ((Guid[])[one, other]).Order().SequenceEqual(((Guid[])[RootAt(fact.SubjectId, _facts.Length), RootAt(fact.OtherId!.Value, _facts.Length)]).Order()))?.Kind == NetworkFactKind.AltersTied;

    private sealed class SamePair : IEqualityComparer<Guid[]>
    {
        public bool Equals(Guid[]? x, Guid[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(Guid[] obj) => HashCode.Combine(obj[0], obj[1]);
    }
}
