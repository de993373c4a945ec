using System.Text;

namespace Barometre.Application.Shared.Files;

/// <summary>Comma-separated values (RFC 4180), read and written so that every text comes back as it was.</summary>
/// <remarks>A text that a spreadsheet would take for a formula goes out behind an apostrophe, which is taken off again on the way in.</remarks>
public static class CsvText
{
    private const char Guard = '\'';

    public static void WriteLine(StringBuilder to, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
            {
                to.Append(',');
            }

            first = false;
            var text = cell ?? "";
            if (text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' '))
            {
                to.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                to.Append(text);
            }
        }

        to.Append("\r\n");
    }

    public static string? Guarded(string? text) => text is { Length: > 0 } && Starts(text[0]) ? Guard + text : text;

    public static string? Unguarded(string? text) => text is { Length: > 1 } && text[0] == Guard && Starts(text[1]) ? text[1..] : text;

    /// <summary>The lines, each with the number, from 1, at which it begins; null cells when its quotes are broken.</summary>
    public static IEnumerable<(int Line, string[]? Cells)> Read(string text)
    {
        var (at, line) = (text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < text.Length)
        {
            var begins = line;
            List<string>? cells = [];
            var ended = false;
            while (!ended)
            {
                var cell = Cell(text, ref at, ref line);
                if (cell is null)
                {
                    // One bad quote spoils its line, not the rest of the file.
                    cells = null;
                    at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
                }

                cells?.Add(cell!);
                ended = at >= text.Length || text[at] is '\r' or '\n';
                at += ended ? 0 : 1;
                ended |= at > text.Length;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            line++;
            if (cells is not [""])
            {
                yield return (begins, cells is null ? null : [.. cells]);
            }
        }
    }

    private static bool Starts(char character) => character is '=' or '+' or '-' or '@' or '\t' or '\r' or Guard;

    /// <summary>One cell, up to what ends it; null when its quotes are broken.</summary>
    private static string? Cell(string text, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(",\r\n");
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain.Contains('"', StringComparison.Ordinal) ? null : plain;
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return at >= text.Length || text[at] is ',' or '\r' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }
}
