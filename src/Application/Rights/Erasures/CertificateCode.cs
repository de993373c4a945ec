using System.Security.Cryptography;
using Barometre.Application.Shared;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The code that a certificate of erasure is had by: twenty digits (66 random bits) in groups of four, for anybody to write down.</summary>
public static class CertificateCode
{
    public const int LongestTyped = 60;

    private const int Length = 20;

    public static string New() => string.Join('-', RandomNumberGenerator.GetItems<char>("0123456789", Length).Chunk(4).Select(group => new string(group)));

    /// <summary>Its digits, whatever stands between them; null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var digits = typed is null || typed.Length > LongestTyped ? "" : new string([.. typed.Where(char.IsAsciiDigit)]);
        return digits.Length == Length ? digits : null;
    }

    /// <summary>As it is kept and found.</summary>
    internal static async Task<string> HashAsync(ISecretHash hash, string code, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await hash.OfAsync("erasure-certificate", Read(code)!, cancellationToken));
}
