namespace Barometre.Application.Shared.Facts;

/// <summary>Words that may be absent, sealed and opened.</summary>
internal static class Sealing
{
    public static byte[]? SealAny(this IRecordKey key, string column, string? words) => string.IsNullOrEmpty(words) ? null : key.Seal(column, words);

    public static string? OpenAny(this IRecordKey key, string column, byte[]? sealedWords) => sealedWords is null ? null : key.Open(column, sealedWords);

    /// <summary>Whether sealed words are these.</summary>
    public static bool Says(this IRecordKey key, string column, byte[]? sealedWords, string? words) => key.OpenAny(column, sealedWords) == (string.IsNullOrEmpty(words) ? null : words);
}
