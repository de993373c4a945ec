using System.Text.Json;
using Barometre.Application.Rights.Contracts;
using Barometre.Application.Rights.Erasures;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Opens what was carried along for the person's own account and puts it where it belongs, as the account that claims; the database looks that it is that account.</summary>
internal sealed class CarriedRows(DatabaseSession session, IPersonalRows rows, IRecordKeys keys) : ICarriedRows
{
    public async Task GiveAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var carried = await ReadAsync(serviceUserId, cancellationToken);
        // Nearly every record was opened here.
        if (carried.Count == 0)
        {
            return;
        }

        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        var known = (await PersonalCatalogue.ReadAsync(session.Connection, session.Transaction, cancellationToken)).ToDictionary(table => table.Name, StringComparer.Ordinal);
        var foreign = await PersonalCatalogue.ForeignAsync(session.Connection, session.Transaction, cancellationToken);
        // Tables that others refer to first.
        foreach (var table in (await rows.TablesAsync(cancellationToken)).Reverse().Where(carried.Contains))
        {
            List<JsonElement> opened = [.. carried[table].Select(row => JsonSerializer.Deserialize<JsonElement>(key.OpenBytes(ArchiveTaker.CarriedColumn, row)))];
            await AdoptAsync(table, opened, new IncomingRows(known[table], [.. foreign[table]], serviceUserId, key), cancellationToken);
        }
    }

    private Task<ILookup<string, byte[]>> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand("SELECT table_name, row_sealed FROM rights.carried_row WHERE service_user_id = $1 AND table_name = ANY ($2) ORDER BY table_name, number")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<string[]> { TypedValue = [.. LeftOut.OfTheAccount] } },
        },
        async reader =>
        {
            List<(string Table, byte[] Row)> found = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
            }

            return found.ToLookup(one => one.Table, one => one.Row, StringComparer.Ordinal);
        },
        cancellationToken);

    private Task<bool> AdoptAsync(string table, List<JsonElement> opened, IncomingRows incoming, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand("SELECT rights.adopt_rows($1, $2, $3)")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = table }, new NpgsqlParameter<string[]> { TypedValue = incoming.ColumnsOf(opened[0]) },
                new NpgsqlParameter { Value = incoming.Json(opened), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        },
        _ => Task.FromResult(true),
        cancellationToken);
}
