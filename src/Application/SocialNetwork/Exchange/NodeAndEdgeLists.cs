using System.Globalization;
using System.Text;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A map as two lists with the columns of Network Canvas's exports; ties to the person stand with the alter, as there.</summary>
internal static class NodeAndEdgeLists
{
    private const string NodeId = "nodeID";
    private const string EdgeId = "edgeID";
    private const string EgoId = "networkCanvasEgoUUID";
    private const string OwnId = "networkCanvasUUID";
    private const string From = "from";
    private const string To = "to";

    private static readonly string[] AlterFields = [.. Fields.OfAlter.Concat(Fields.OfTie).Select(field => field.Name)];

    public static string Nodes(ExchangedMap map)
    {
        var file = new StringBuilder();
        CsvText.WriteLine(file, [NodeId, EgoId, OwnId, .. AlterFields]);
        foreach (var (i, alter) in map.Alters.Index())
        {
            CsvText.WriteLine(file, [Number(i + 1), $"{map.EgoId}", $"{alter.Id}", .. AlterFields.Select(field => CsvText.Guarded(Fields.Write(alter, field)))]);
        }

        return file.ToString();
    }

    public static string Edges(ExchangedMap map)
    {
        var file = new StringBuilder();
        CsvText.WriteLine(file, [EdgeId, From, To, EgoId, OwnId, "networkCanvasSourceUUID", "networkCanvasTargetUUID", Fields.Strength, Fields.Since]);
        var numbers = map.Alters.Index().ToDictionary(alter => alter.Item.Id, alter => Number(alter.Index + 1));
        foreach (var (i, tie) in map.Ties.Index())
        {
            CsvText.WriteLine(file,
            [
                Number(i + 1), numbers[tie.One], numbers[tie.Other], $"{map.EgoId}", $"{tie.One}/{tie.Other}", $"{tie.One}", $"{tie.Other}",
                tie.Strength?.ToString(CultureInfo.InvariantCulture), Fields.Write(tie.Since),
            ]);
        }

        return file.ToString();
    }

    /// <summary>Null when a list lacks the columns without which it is none.</summary>
    /// <param name="edges">Null when there is no list of ties.</param>
    public static ExchangedMap? Read(string nodesFile, string nodes, string edgesFile, string? edges, FileFaults faults)
    {
        if (Table(nodesFile, nodes, [NodeId, Fields.Name], faults) is not { } nodeRows || Table(edgesFile, edges, [From, To], faults) is not { } edgeRows)
        {
            return null;
        }

        Dictionary<string, ExchangedAlter?> alters = new(StringComparer.Ordinal);
        HashSet<Guid> ids = [];
        foreach (var (line, row) in nodeRows)
        {
            var own = row(NodeId);
            if (string.IsNullOrEmpty(own))
            {
                faults.Add(nodesFile, line, SocialNetworkErrors.BadValue, NodeId);
                continue;
            }

            var alter = new AlterLine(nodesFile, line, faults, row).Read(Guid.TryParse(row(OwnId), out var id) ? id : null, own);
            if (!alters.TryAdd(own, alter) || (alter is not null && !ids.Add(alter.Id)))
            {
                faults.Add(nodesFile, line, SocialNetworkErrors.NodeTwice);
            }
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

    private static List<(int Line, Func<string, string?> Row)>? Table(string file, string? text, string[] needed, FileFaults faults)
    {
        List<(int, Func<string, string?>)> rows = [];
        string[]? header = null;
        Dictionary<string, int> columns = [];
        foreach (var (line, cells) in text is null ? [] : CsvText.Read(text))
        {
            if (header is null)
            {
                header = cells ?? [];
                columns = header.Index().DistinctBy(cell => cell.Item, StringComparer.Ordinal).ToDictionary(cell => cell.Item, cell => cell.Index, StringComparer.Ordinal);
                // Which of two columns of one name is meant, nobody can say; a spreadsheet's empty columns mean nothing.
                if (columns.Count(column => column.Key.Length > 0) != header.Count(name => name.Length > 0))
                {
                    faults.Add(file, line, SocialNetworkErrors.ColumnTwice);
                    return null;
                }

                continue;
            }

            if (cells is null || cells.Length != header.Length)
            {
                faults.Add(file, line, SocialNetworkErrors.BadLine);
                continue;
            }

            rows.Add((line, name => columns.TryGetValue(name, out var column) && cells[column].Length > 0 ? CsvText.Unguarded(cells[column]) : null));
        }

        if (text is not null && !Array.TrueForAll(needed, columns.ContainsKey))
        {
            faults.Add(file, null, SocialNetworkErrors.MissingColumn);
            return null;
        }

        return rows;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
