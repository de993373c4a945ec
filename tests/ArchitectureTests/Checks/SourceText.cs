using System.Text;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Reads C# just well enough to tell code from comments and quoted text.</summary>
internal static class SourceText
{
    /// <summary>Blanks out comments, characters and strings; what stands in the holes of interpolated strings is code and stays.</summary>
    public static string WithoutCommentsAndStrings(string text)
    {
        var code = new StringBuilder(text.Length);
        var at = 0;
        Read(text, ref at, code, until: '\0');
        return code.ToString();
    }

    private static void Read(string text, ref int at, StringBuilder code, char until)
    {
        var depth = 0;
        while (at < text.Length)
        {
            if (until != '\0' && depth == 0 && text[at] == until)
            {
                return;
            }

            if (Starts(text, at, "//"))
            {
                at = IndexOr(text, '\n', at);
            }
            else if (Starts(text, at, "/*"))
            {
                Blank(text, ref at, code, text.IndexOf("*/", at, StringComparison.Ordinal) + 2);
            }
            else if (text[at] == '\'')
            {
                SkipCharacter(text, ref at);
            }
            else if (QuoteAt(text, at) is { } quote)
            {
                ReadString(text, ref at, code, quote);
            }
            else
            {
                depth += text[at] switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
                code.Append(text[at++]);
            }
        }
    }

    private sealed record Quote(int Prefix, int Dollars, bool Verbatim, int Quotes);

    private static Quote? QuoteAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is '$' or '@')
        {
            end++;
        }

        if (end >= text.Length || text[end] != '"')
        {
            return null;
        }

        var prefix = text[at..end];
        var quotes = 1;
        while (end + quotes < text.Length && text[end + quotes] == '"')
        {
            quotes++;
        }

        // Two quotes in a row are an empty string; three or more open a raw one.
        return new Quote(prefix.Length, prefix.Count(letter => letter == '$'), prefix.Contains('@', StringComparison.Ordinal), quotes >= 3 ? quotes : 1);
    }

    private static void ReadString(string text, ref int at, StringBuilder code, Quote quote)
    {
        at += quote.Prefix + quote.Quotes;
        code.Append('"');
        var end = new string('"', quote.Quotes);
        while (at < text.Length && !Starts(text, at, end))
        {
            if (quote is { Quotes: 1, Verbatim: false } && text[at] == '\\')
            {
                at += 2;
            }
            else if (quote.Dollars > 0 && text[at] == '{')
            {
                ReadBraces(text, ref at, code, quote);
            }
            else
            {
                Blank(text, ref at, code, at + 1);
            }

            if (quote is { Quotes: 1, Verbatim: true } && Starts(text, at, "\"\""))
            {
                at += 2;
            }
        }

        at += quote.Quotes;
        code.Append('"');
    }

    private static void ReadBraces(string text, ref int at, StringBuilder code, Quote quote)
    {
        var braces = 0;
        while (at < text.Length && text[at] == '{')
        {
            braces++;
            at++;
        }

        var opens = quote.Quotes == 1 ? braces % 2 == 1 : braces >= quote.Dollars;
        if (opens)
        {
            code.Append(' ');
            Read(text, ref at, code, until: '}');
            code.Append(' ');
            at += quote.Quotes == 1 ? 1 : quote.Dollars;
        }
    }

    private static void SkipCharacter(string text, ref int at)
    {
        at++;
        while (at < text.Length && text[at] != '\'')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        at++;
    }

    private static void Blank(string text, ref int at, StringBuilder code, int end)
    {
        for (var stop = end <= at ? text.Length : end; at < stop; at++)
        {
            if (text[at] == '\n')
            {
                code.Append('\n');
            }
        }
    }

    private static bool Starts(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int IndexOr(string text, char what, int from) => text.IndexOf(what, from) is var found and >= 0 ? found : text.Length;
}
