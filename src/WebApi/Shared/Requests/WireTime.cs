using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Times as they come over the wire, with their offset (RFC 3339): one without would be taken for the server's local time, hours beside the device's.</summary>
internal sealed class WireTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time) && SaysOffset(reader.GetString()!) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    // What the reader took is one of: a date, a date and a time, a date and a time with Z or ±hh:mm.
    private static bool SaysOffset(string text) => text.EndsWith('Z') || (text.Contains('T', StringComparison.Ordinal) && text[^6] is '+' or '-');
}
