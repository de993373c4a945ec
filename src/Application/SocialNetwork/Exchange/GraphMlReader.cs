using System.Xml;
using System.Xml.Linq;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Reads a map from GraphML, ours or another program's; a bad node or edge is a fault of its line.</summary>
/// <remarks>No document type, no entity of the file's own and nothing from elsewhere is ever read.</remarks>
internal sealed class GraphMlReader(string file, FileFaults faults)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // A body is at most 1 MB.
        MaxCharactersInDocument = 1_100_000,
        MaxCharactersFromEntities = 1,
    };

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, Dictionary<string, string> Data)> _nodes = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Source, string Target, Dictionary<string, string> Data)> _edges = [];

    /// <summary>Null when the text is no GraphML; faults say what else is wrong.</summary>
    public ExchangedMap? Read(string text)
    {
        var graph = Graph(text);
        if (graph is null)
        {
            faults.Add(file, null, SocialNetworkErrors.UnreadableFile);
            return null;
        }

        Collect(graph);
        var ego = _nodes.Where(node => node.Value.Data.GetValueOrDefault(GraphMl.Ego) is "true").Select(node => node.Key).FirstOrDefault();
        var tiesToEgo = _edges.Where(edge => edge.Source == ego || edge.Target == ego)
            .GroupBy(edge => edge.Source == ego ? edge.Target : edge.Source, StringComparer.Ordinal).ToDictionary(edge => edge.Key, edge => edge.First().Data, StringComparer.Ordinal);
        Dictionary<string, ExchangedAlter> alters = new(StringComparer.Ordinal);
        var lines = new AlterLines();
        foreach (var (id, (line, data)) in _nodes.Where(node => node.Key != ego))
        {
            var tie = tiesToEgo.GetValueOrDefault(id);
            string? Field(string name) => data.GetValueOrDefault(name) ?? (name == Fields.Name ? data.GetValueOrDefault(GraphMl.Label) : tie?.GetValueOrDefault(name));
            if (lines.Read(new FileLine(file, line, faults, Field), Guid.TryParse(id, out var own) ? own : null, id) is { } alter)
            {
                alters[id] = alter;
            }
        }

        return new ExchangedMap(Guid.TryParse(ego, out var egoId) ? egoId : null, [.. alters.Values], [.. Ties(ego, alters)]);
    }

    private static XElement? Graph(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
            return document.Root is { Name.LocalName: "graphml" } root && root.Elements().Any(element => element.Name.LocalName == "graph") ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private void Collect(XElement root)
    {
        foreach (var key in Children(root, "key"))
        {
            _names[key.Attribute("id")?.Value ?? ""] = key.Attribute("attr.name")?.Value ?? key.Attribute("id")?.Value ?? "";
        }

        var graph = Children(root, "graph").First();
        foreach (var node in Children(graph, "node"))
        {
            var id = node.Attribute("id")?.Value;
            if (id is null || !_nodes.TryAdd(id, (Line(node), Data(node))))
            {
                faults.Add(file, Line(node), id is null ? SocialNetworkErrors.BadLine : SocialNetworkErrors.NodeTwice);
            }
        }

        foreach (var edge in Children(graph, "edge"))
        {
            if (edge.Attribute("source")?.Value is { } source && edge.Attribute("target")?.Value is { } target)
            {
                _edges.Add((Line(edge), source, target, Data(edge)));
            }
            else
            {
                faults.Add(file, Line(edge), SocialNetworkErrors.BadLine);
            }
        }
    }

    private IEnumerable<ExchangedTie> Ties(string? ego, Dictionary<string, ExchangedAlter> alters)
    {
        HashSet<(Guid, Guid)> known = [];
        foreach (var (line, source, target, data) in _edges.Where(edge => edge.Source != ego && edge.Target != ego))
        {
            if (!_nodes.ContainsKey(source) || !_nodes.ContainsKey(target) || source == target)
            {
                faults.Add(file, line, source == target ? SocialNetworkErrors.BadLine : SocialNetworkErrors.UnknownNode);
            }
            else if (alters.TryGetValue(source, out var one) && alters.TryGetValue(target, out var other)
                && TieLine.Read(file, line, faults, one.Id, other.Id, name => data.GetValueOrDefault(name), known) is { } tie)
            {
                yield return tie;
            }
        }
    }

    private Dictionary<string, string> Data(XElement element)
    {
        Dictionary<string, string> data = new(StringComparer.Ordinal);
        foreach (var value in Children(element, "data"))
        {
            var key = value.Attribute("key")?.Value ?? "";
            data[_names.GetValueOrDefault(key, key)] = value.Value;
        }

        return data;
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(element => element.Name.LocalName == name);

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}

/// <summary>Makes a tie between two alters of what one line or edge of a file says.</summary>
internal static class TieLine
{
    /// <summary>Null when something is wrong.</summary>
    /// <param name="known">Pairs read before.</param>
    public static ExchangedTie? Read(string file, int line, FileFaults faults, Guid one, Guid other, Func<string, string?> read, HashSet<(Guid, Guid)> known)
    {
        var strength = FieldValues.Points(read(Fields.Strength), 1, out var weak);
        var since = FieldValues.Time(read(Fields.Since), out var never);
        if (weak || never)
        {
            faults.Add(file, line, SocialNetworkErrors.BadValue, weak ? Fields.Strength : Fields.Since);
            return null;
        }

        var pair = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        if (!known.Add(pair))
        {
            faults.Add(file, line, SocialNetworkErrors.NodeTwice);
            return null;
        }

        return new ExchangedTie(pair.Item1, pair.Item2, strength, since);
    }
}
