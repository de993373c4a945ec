using System.Globalization;
using System.Text;

namespace Barometre.Application.Shared.Search;

/// <summary>Finds names by what people type of them: accents and case do not matter, and the beginning of any word is enough.</summary>
public static class NameSearch
{
    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr").CompareInfo;

    /// <summary>The order in which a French speaker looks for a name.</summary>
    public static int Compare(string one, string other) =>
        French.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) is not 0 and var order ? order : French.Compare(one, other, CompareOptions.None);

    /// <summary>True when every word of <paramref name="typed"/> begins a word of <paramref name="name"/>; nothing typed finds everybody.</summary>
    public static bool Finds(string? typed, string name)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        var words = Words(name);
        return Words(typed).TrueForAll(start => words.Exists(word => word.StartsWith(start, StringComparison.Ordinal)));
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(Plain(char.ToLowerInvariant(character)));
            }
            else if (word.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // Letters that Unicode does not take apart, though a keyboard without them writes two.
    private static string Plain(char letter) => letter switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        _ => letter.ToString(),
    };
}
