using System.Text.Json;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Rights.Erasures;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Puts an archive's rows where they belong, tables that others refer to first, through the one function that may.</summary>
internal sealed class ArchiveTaker(DatabaseSession session, IPersonalRows rows, TimeProvider time) : IArchiveTaker
{
    public const string CarriedColumn = "rights.carried_row.row";

    // Some hundred kilobytes a statement.
    private const int RowsAtOnce = 200;

    public Task<string?> ArrivedWithAsync(Guid serviceUserId, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand("SELECT checksum FROM rights.arrival WHERE service_user_id = $1") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
        async reader => await reader.ReadAsync(cancellationToken) ? reader.GetString(0) : null,
        cancellationToken);

    public async Task<long> TakeAsync(IArchiveSource archive, IRecordKey key, CancellationToken cancellationToken)
    {
        var known = (await PersonalCatalogue.ReadAsync(session.Connection, session.Transaction, cancellationToken)).Where(table => !LeftOut.Is(table.Name)).ToDictionary(table => table.Name, StringComparer.Ordinal);
        if (archive.Tables.Except(known.Keys).Any() || archive.Migrations.Except(Migrator.Embedded().Select(migration => migration.Name)).Any())
        {
            throw new RuleViolation(RightsErrors.ArchiveUnknown);
        }

        var foreign = await PersonalCatalogue.ForeignAsync(session.Connection, session.Transaction, cancellationToken);
        await RunAsync("SELECT rights.begin_arrival($1, $2)", [Text(archive.Checksum), new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime }], cancellationToken);
        var taken = 0L;
        try
        {
            foreach (var table in (await rows.TablesAsync(cancellationToken)).Reverse().Where(archive.Tables.Contains).Where(table => !LeftOut.NotTakenIn.ContainsKey(table)))
            {
                taken += await TableAsync(archive, known[table], new IncomingRows(known[table], [.. foreign[table]], archive.ServiceUserId, key), key, cancellationToken);
            }
        }
        catch (Exception failure) when (failure is JsonException or PostgresException { SqlState: ['2', '2' or '3', ..] })
        {
            // Rows that no table of ours would take: whoever signed them, they are not a record.
            throw new RuleViolation(RightsErrors.ArchiveMalformed);
        }

        return taken;
    }

    private async Task<long> TableAsync(IArchiveSource archive, PersonalTable table, IncomingRows incoming, IRecordKey key, CancellationToken cancellationToken)
    {
        var (count, number) = (0L, 0);
        List<JsonElement> waiting = [];
        await foreach (var row in archive.RowsAsync(table.Name, cancellationToken))
        {
            count++;
            if (incoming.IsCarried)
            {
                await CarryAsync(archive.ServiceUserId, table.Name, number++, key.Seal(CarriedColumn, row.GetRawText()), cancellationToken);
                continue;
            }

            waiting.Add(row);
            if (waiting.Count == RowsAtOnce)
            {
                await PutAsync(table, incoming, waiting, cancellationToken);
            }
        }

        await PutAsync(table, incoming, waiting, cancellationToken);
        return count;
    }

    private async Task PutAsync(PersonalTable table, IncomingRows incoming, List<JsonElement> waiting, CancellationToken cancellationToken)
    {
        if (waiting.Count > 0)
        {
            await RunAsync(
                "SELECT rights.put_rows($1, $2, $3)",
                [Text(table.Name), new NpgsqlParameter<string[]> { TypedValue = incoming.ColumnsOf(waiting[0]) }, new NpgsqlParameter { Value = incoming.Json(waiting), NpgsqlDbType = NpgsqlDbType.Jsonb }],
                cancellationToken);
            waiting.Clear();
        }
    }

    private Task<bool> CarryAsync(Guid serviceUserId, string table, int number, byte[] row, CancellationToken cancellationToken) => RunAsync(
        "INSERT INTO rights.carried_row (service_user_id, table_name, number, row_sealed) VALUES ($1, $2, $3, $4)",
        [new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, Text(table), new NpgsqlParameter<int> { TypedValue = number }, new NpgsqlParameter<byte[]> { TypedValue = row }],
        cancellationToken);

    private Task<bool> RunAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(sql);
        statement.Parameters.AddRange(parameters);
        return session.ReadAsync(statement, _ => Task.FromResult(true), cancellationToken);
    }

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };
}
