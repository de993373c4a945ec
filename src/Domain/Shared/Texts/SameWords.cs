using System.Globalization;
using System.Text;

namespace Barometre.Domain.Shared.Texts;

/// <summary>Whether two people wrote the same: case, accents, spaces and punctuation left out.</summary>
public static class SameWords
{
    public static bool Are(string one, string other) => Core(one) == Core(other);

    /// <summary>What remains of words once case, accents, spaces and punctuation are left out: the same for the same words.</summary>
    public static string Core(string words)
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
