using System.Globalization;
using System.Text;

namespace Barometre.Domain.Strengths;

/// <summary>Whether two people wrote the same: case, accents, spaces and punctuation left out.</summary>
public static class SameWords
{
    public static bool Are(string one, string other) => Core(one) == Core(other);

    private static string Core(string words)
    {
        var core = new StringBuilder(words.Length);
        foreach (var rune in words.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            // Emoji and other symbols count: "♥" alone is something somebody wrote.
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                core.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return core.Length == 0 ? words.Trim() : core.ToString();
    }
}
