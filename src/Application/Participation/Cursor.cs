using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Results;

namespace Barometre.Application.Participation;

/// <summary>The opaque place in a list where its next page starts: an id or a number, never words.</summary>
internal static class Cursor
{
    /// <summary>The largest page of any list.</summary>
    public const int LargestPage = 100;

    public static string Of(Guid id) => Encode(id.ToString("n"));

    public static string Of(long number) => Encode(number.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="ValidationException">The cursor is none of ours.</exception>
    public static Guid? Id(string? cursor) => cursor is null ? null : Guid.TryParseExact(Decode(cursor), "n", out var id) ? id : throw Unknown();

    /// <exception cref="ValidationException">The cursor is none of ours.</exception>
    public static long? Number(string? cursor) =>
        cursor is null ? null : long.TryParse(Decode(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown();

    private static string Encode(string place) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place));

    private static string Decode(string cursor) =>
        cursor.Length <= 100 && Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : throw Unknown();

    private static ValidationException Unknown() => new([new ValidationFailure("cursor", "Unknown cursor.") { ErrorCode = "cursor" }]);
}
