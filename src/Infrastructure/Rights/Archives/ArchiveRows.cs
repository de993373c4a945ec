using System.Data;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Npgsql;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Reads a person's rows of a table as JSON, words opened, one after the other.</summary>
internal sealed class ArchiveRows(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid serviceUserId, Guid? accountId, bool whole, IRecordKey key)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Hands each row on as the bytes of a JSON object; returns how many there were.</summary>
    public async Task<long> ReadAsync(PersonalTable table, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancellationToken)
    {
        var words = table.Sealed.ToList();
        var names = words.Select(column => Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(column.Member)}\":")).ToList();
        var count = 0L;
        await using var command = new NpgsqlCommand(Statement(table, words, whole), connection, transaction)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<Guid> { TypedValue = accountId ?? Guid.Empty } },
        };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        using var row = new MemoryStream();
        while (await reader.ReadAsync(cancellationToken))
        {
            row.SetLength(0);
            // A JSON object without its end: words are members of it like the others.
            row.Write(reader.GetFieldValue<byte[]>(0).AsSpan()[..^1]);
            for (var i = 0; i < words.Count; i++)
            {
                row.Write(names[i]);
                row.Write(Opened(table, words[i], IsKept(table, words[i]) || await reader.IsDBNullAsync(i + 1, cancellationToken) ? null : reader.GetFieldValue<byte[]>(i + 1)));
            }

            row.WriteByte((byte)'}');
            await write(row.GetBuffer().AsMemory(0, (int)row.Length));
            count++;
        }

        await reader.DisposeAsync();
        return whole || !LeftOut.OfTheAccount.Contains(table.Name) ? count + await CarriedAsync(table, write, cancellationToken) : count;
    }

    /// <summary>What came along from elsewhere leaves as it came.</summary>
    private async Task<long> CarriedAsync(PersonalTable table, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancellationToken)
    {
        var count = 0L;
        await using var command = new NpgsqlCommand("SELECT row_sealed FROM rights.carried_row WHERE service_user_id = $1 AND table_name = $2 ORDER BY number", connection, transaction)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<string> { TypedValue = table.Name } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            await write(key.OpenBytes(ArchiveTaker.CarriedColumn, reader.GetFieldValue<byte[]>(0)));
            count++;
        }

        return count;
    }

    private bool IsKept(PersonalTable table, PersonalColumn column) => !whole && LeftOut.ThePersonsWords.Contains(table.BoundTo(column));

    private byte[] Opened(PersonalTable table, PersonalColumn column, byte[]? sealedWords) =>
        sealedWords is null ? [.. "null"u8]
        : [.. "\""u8, .. JsonEncodedText.Encode(Strict.GetString(key.OpenBytes(table.BoundTo(column), sealedWords)), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, .. "\""u8];

    // Numbers that the database gave are this installation's; their order is the record's.
    private static string Statement(PersonalTable table, IReadOnlyList<PersonalColumn> words, bool whole)
    {
        var plain = table.Plain.Select(column => column.IsIdentity ? $"row_number() OVER (ORDER BY t.{column.Name}) AS {column.Name}" : $"t.{column.Name}");
        var own = LeftOut.OthersRows.ContainsKey(table.Name) ? " AND t.account_id = $2" : " AND $2 IS NOT NULL";
        var shown = !whole && LeftOut.ThePersonsAlone.TryGetValue(table.Name, out var condition) ? $" AND {condition}" : "";
        var opened = string.Concat(words.Select(column => $", q.{column.Name}"));
        var inner = string.Join(", ", plain.Concat(words.Select(column => $"t.{column.Name}")));
        return $"""
            SELECT convert_to(row_to_json((SELECT r FROM (SELECT {string.Join(", ", table.Plain.Select(column => $"q.{column.Name}"))}) r))::text, 'UTF8'){opened}
              FROM (SELECT {inner} FROM {table.Name} t WHERE t.{table.PersonColumn} = $1{own}{shown}) q ORDER BY {string.Join(", ", table.Columns.Where(column => column.IsIdentity).Select(column => column.Name).Concat(table.Key).Select(column => $"q.{column}"))}
            """;
    }
}
