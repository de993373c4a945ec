using Barometre.Application.Shared.Files;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A file of comma-separated values whose first line names its columns, as Network Canvas names those that every list has.</summary>
internal static class CsvTable
{
    /// <summary>Whose network it is.</summary>
    public const string EgoId = "networkCanvasEgoUUID";

    /// <summary>The line's own id.</summary>
    public const string OwnId = "networkCanvasUUID";

    /// <summary>The lines below the header, each with the text of its columns by name; null when columns are missing or ambiguous.</summary>
    /// <param name="text">Null when there is no such file.</param>
    public static List<(int Line, Func<string, string?> Row)>? Read(string file, string? text, string[] needed, FileFaults faults)
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
}
