namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Text;

/// <summary>Joins Arabic letters: gives each the form that it takes beside its neighbours, as the characters that Unicode keeps for these forms.</summary>
/// <remarks>The library draws one glyph per character and joins nothing. Covers Arabic and the letters that Persian adds; others stay as they are.</remarks>
internal static class ArabicForms
{
    // The forms of a letter stand together: alone, at the end, at the beginning, in the middle; letters that do not join what follows have the first two.
    private const string Letters = "آأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";
    private const string JoinNothing = "ء";
    private const string JoinBeforeOnly = "آأؤإاةدذرزوىژ";
    private const char First = '\uFE81';
    private const char Stretch = '\u0640';

    private static readonly Dictionary<char, (char Alone, bool Dual)> Forms = Table();

    /// <summary>A letter (with its vowel signs, if any) in the form that it takes at its place in the text.</summary>
    /// <remarks>Lam and alef, which hands write as one sign, stay two joined letters: readable, and each keeps its place in the text.</remarks>
    public static string At(string text, int at, string letter)
    {
        if (!Forms.TryGetValue(letter[0], out var form))
        {
            return letter;
        }

        var before = JoinsNext(Neighbour(text, at, -1));
        var after = form.Dual && JoinsPrevious(Neighbour(text, at, 1));
        return (char)(form.Alone + (before ? after ? 3 : 1 : after ? 2 : 0)) + letter[1..];
    }

    private static Dictionary<char, (char Alone, bool Dual)> Table()
    {
        Dictionary<char, (char, bool)> forms = new()
        {
            [JoinNothing[0]] = ('\uFE80', false), ['پ'] = ('\uFB56', true), ['چ'] = ('\uFB7A', true), ['ژ'] = ('\uFB8A', false),
            ['ک'] = ('\uFB8E', true), ['گ'] = ('\uFB92', true), ['ی'] = ('\uFBFC', true),
        };
        var next = First;
        foreach (var letter in Letters)
        {
            var dual = !JoinBeforeOnly.Contains(letter, StringComparison.Ordinal);
            forms[letter] = (next, dual);
            next += (char)(dual ? 4 : 2);
        }

        return forms;
    }

    /// <summary>The next letter that is no vowel sign.</summary>
    private static char? Neighbour(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            if (text[i] is not ((>= '\u064B' and <= '\u0652') or '\u0670'))
            {
                return text[i];
            }
        }

        return null;
    }

    private static bool JoinsNext(char? letter) => letter == Stretch || (letter is { } known && Forms.TryGetValue(known, out var form) && form.Dual);

    private static bool JoinsPrevious(char? letter) => letter == Stretch || (letter is { } known && known != JoinNothing[0] && Forms.ContainsKey(known));
}
