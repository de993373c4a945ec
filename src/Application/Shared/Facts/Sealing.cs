using System.Security.Cryptography;

namespace Barometre.Application.Shared.Facts;

/// <summary>Words that may be absent, sealed and opened.</summary>
public static class Sealing
{
    public static byte[]? SealAny(this IRecordKey key, string column, string? words) => string.IsNullOrEmpty(words) ? null : key.Seal(column, words);

    public static string? OpenAny(this IRecordKey key, string column, byte[]? sealedWords) => sealedWords is null ? null : key.Open(column, sealedWords);

    /// <summary>The words, or null when they are absent or no longer open: what is damaged must not stop an erasing.</summary>
    public static string? OpenWhole(this IRecordKey key, string column, byte[]? sealedWords)
    {
        try
        {
            return key.OpenAny(column, sealedWords);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether sealed words are these.</summary>
    public static bool Says(this IRecordKey key, string column, byte[]? sealedWords, string? words) => key.OpenAny(column, sealedWords) == (string.IsNullOrEmpty(words) ? null : words);
}
