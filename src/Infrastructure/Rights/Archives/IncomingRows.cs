using System.Text;
using System.Text.Json;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Catalogue;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Rows of one table on their way in: words sealed with the record's key here, numbers of the database left to it, references to what is not here left out.</summary>
/// <param name="foreign">Columns that refer to what belongs to an installation: an account, a project.</param>
internal sealed class IncomingRows(PersonalTable table, IReadOnlyCollection<string> foreign, Guid serviceUserId, IRecordKey key)
{
    private readonly Dictionary<string, PersonalColumn> _columns = table.Columns.ToDictionary(column => column.Member, StringComparer.Ordinal);

    /// <summary>True when a row cannot be without something that is not here: it is carried along as it is.</summary>
    public bool IsCarried => LeftOut.OfTheAccount.Contains(table.Name) || table.Columns.Any(column => !column.IsNullable && foreign.Contains(column.Name));

    /// <summary>The columns that a row says, as the table names them.</summary>
    public string[] ColumnsOf(JsonElement row) => [.. row.EnumerateObject().Select(member => Known(member.Name)).Where(column => !column.IsIdentity).Select(column => column.Name)];

    /// <summary>The rows as the database takes them in.</summary>
    public string Json(IReadOnlyList<JsonElement> rows)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var row in rows)
            {
                Write(writer, row);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private void Write(Utf8JsonWriter writer, JsonElement row)
    {
        writer.WriteStartObject();
        foreach (var member in row.EnumerateObject())
        {
            var column = Known(member.Name);
            if (column.Name == table.PersonColumn && !(member.Value.ValueKind == JsonValueKind.String && member.Value.TryGetGuid(out var person) && person == serviceUserId))
            {
                throw new RuleViolation(RightsErrors.ArchiveChanged);
            }

            writer.WritePropertyName(column.Name);
            if (foreign.Contains(column.Name) || member.Value.ValueKind == JsonValueKind.Null)
            {
                writer.WriteNullValue();
            }
            else if (column.IsSealed)
            {
                writer.WriteStringValue("\\x" + Convert.ToHexString(key.Seal(table.BoundTo(column), Text(member.Value))));
            }
            else
            {
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new JsonException();

    private PersonalColumn Known(string member) => _columns.GetValueOrDefault(member) ?? throw new RuleViolation(RightsErrors.ArchiveUnknown);
}
