using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Texts as they come over the wire: one that the database could not keep (a null character, half of a surrogate pair) is refused here, for every body.</summary>
internal sealed class WireText : JsonConverter<string>
{
    /// <summary>The message of the failure; it carries nothing of the text.</summary>
    public const string Refusal = "barometre.bad-text";

    public static bool CanBeKept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && i++ >= 0)))
            {
                return false;
            }
        }

        return true;
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Checked(ref reader) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Checked(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Checked(ref Utf8JsonReader reader)
    {
        try
        {
            var text = reader.GetString()!;
            return CanBeKept(text) ? text : throw new JsonException(Refusal);
        }
        catch (InvalidOperationException broken)
        {
            // An escaped half of a surrogate pair, or bytes that are not UTF-8.
            throw new JsonException(Refusal, broken);
        }
    }
}
