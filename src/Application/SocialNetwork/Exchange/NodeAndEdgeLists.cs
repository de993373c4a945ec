using System.Globalization;
using System.Text;
using Barometre.Application.Shared.Files;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A map as two lists with the columns of Network Canvas's exports; ties to the person stand with the alter, as there.</summary>
internal static class NodeAndEdgeLists
{
    private const string NodeId = "nodeID";
    private const string EdgeId = "edgeID";
    private const string From = "from";
    private const string To = "to";

    private static readonly string[] AlterFields = [.. Fields.OfAlter.Select(field => field.Name), .. Fields.OfTie.Select(field => field.Name)];

    public static string Nodes(ExchangedMap map)
    {
        var file = new StringBuilder();
        CsvText.WriteLine(file, [NodeId, CsvTable.EgoId, CsvTable.OwnId, .. AlterFields]);
        foreach (var (i, alter) in map.Alters.Index())
        {
            CsvText.WriteLine(file,
            [
                Number(i + 1), $"{map.EgoId}", $"{alter.Id}",
                .. Fields.OfAlter.Select(field => CsvText.Guarded(Fields.Write(alter, field.Name))),
                .. Fields.OfTie.Select(field => CsvText.Guarded(Fields.Write(alter.In(field.Voice), field.Field))),
            ]);
        }

        return file.ToString();
    }

    public static string Edges(ExchangedMap map)
    {
        var file = new StringBuilder();
        CsvText.WriteLine(file, [EdgeId, From, To, CsvTable.EgoId, CsvTable.OwnId, "networkCanvasSourceUUID", "networkCanvasTargetUUID", Fields.Strength, Fields.Since]);
        var numbers = map.Alters.Index().ToDictionary(alter => alter.Item.Id, alter => Number(alter.Index + 1));
        foreach (var (i, tie) in map.Ties.Index())
        {
            CsvText.WriteLine(file,
            [
                Number(i + 1), numbers[tie.One], numbers[tie.Other], $"{map.EgoId}", $"{tie.One}/{tie.Other}", $"{tie.One}", $"{tie.Other}",
                Fields.Write(tie.Strength), Fields.Write(tie.Since),
            ]);
        }

        return file.ToString();
    }

    /// <summary>Null when a list lacks the columns without which it is none.</summary>
    /// <param name="edges">Null when there is no list of ties.</param>
    public static ExchangedMap? Read(string nodesFile, string nodes, string edgesFile, string? edges, FileFaults faults)
    {
        if (CsvTable.Read(nodesFile, nodes, [NodeId, Fields.Name], faults) is not { } nodeRows || CsvTable.Read(edgesFile, edges, [From, To], faults) is not { } edgeRows)
        {
            return null;
        }

        Dictionary<string, ExchangedAlter?> alters = new(StringComparer.Ordinal);
        var lines = new AlterLines();
        foreach (var (line, row) in nodeRows)
        {
            var own = row(NodeId);
            if (string.IsNullOrEmpty(own))
            {
                faults.Add(nodesFile, line, SocialNetworkErrors.BadValue, NodeId);
                continue;
            }

            if (alters.ContainsKey(own))
            {
                faults.Add(nodesFile, line, SocialNetworkErrors.NodeTwice);
                continue;
            }

            alters[own] = lines.Read(new FileLine(nodesFile, line, faults, row), Guid.TryParse(row(CsvTable.OwnId), out var id) ? id : null, own);
        }

        return new ExchangedMap(null, [.. alters.Values.OfType<ExchangedAlter>()], Ties(edgesFile, edgeRows, alters, faults));
    }

    private static List<ExchangedTie> Ties(string file, List<(int Line, Func<string, string?> Row)> rows, Dictionary<string, ExchangedAlter?> alters, FileFaults faults)
    {
        List<ExchangedTie> ties = [];
        HashSet<(Guid, Guid)> known = [];
        foreach (var (line, row) in rows)
        {
            if (!alters.TryGetValue(row(From) ?? "", out var one) || !alters.TryGetValue(row(To) ?? "", out var other))
            {
                faults.Add(file, line, SocialNetworkErrors.UnknownNode);
            }
            else if (row(From) == row(To))
            {
                faults.Add(file, line, SocialNetworkErrors.BadLine);
            }
            else if (one is not null && other is not null && TieLine.Read(file, line, faults, one.Id, other.Id, row, known) is { } tie)
            {
                ties.Add(tie);
            }
        }

        return ties;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
