using System.Security.Cryptography;

namespace Barometre.Application.Participation.Codes;

/// <summary>A secret that a person reads from a screen or a slip of paper and types: twelve characters (60 random bits) in groups of four, <c>7K3M-9QXR-T2VD</c>.</summary>
/// <remarks>Crockford's base 32: no I, L, O or U; when typed, case and separators do not matter, O counts as 0, I and L as 1.</remarks>
public static class OneTimeCode
{
    /// <summary>Characters in a code, its separators not counted.</summary>
    public const int Length = 12;

    /// <summary>The longest text that is looked at as a code: twelve characters and generous separators.</summary>
    public const int LongestTyped = 40;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code, as it is shown to the person.</summary>
    public static string New()
    {
        var characters = RandomNumberGenerator.GetItems<char>(Alphabet, Length);
        return string.Join('-', characters.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The twelve characters of what was typed, or null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return null;
        }

        var characters = typed.ToUpperInvariant().Where(character => character is not ('-' or ' ' or '.')).Select(character => character switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => character,
        }).ToArray();
        return characters.Length == Length && characters.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? new string(characters) : null;
    }
}
