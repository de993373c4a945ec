using System.Globalization;
using System.Text;

namespace Barometre.Domain.Participation.Accounts;

/// <summary>The name that a person chose to sign in with; case, spaces around it and ways of writing the same characters do not tell two names apart.</summary>
public static class SignInName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int Longest = 100;

    /// <summary>The form under which a name is found again.</summary>
    public static string Normalise(string name) => name.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();

    /// <summary>False for a name with characters that show nothing, which would look like another one.</summary>
    public static bool IsReadable(string? name) =>
        !string.IsNullOrWhiteSpace(name) && IsWellFormed(name) && !name.Any(character => CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator);

    // Half a surrogate pair cannot be normalised or stored.
    private static bool IsWellFormed(string name) => !name.EnumerateRunes().Contains(Rune.ReplacementChar);
}
