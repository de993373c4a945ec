using Barometre.Application.Rights.Erasures;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Rights.Erasures;

/// <summary>A person's rows wherever they are, by the catalogue; deleted by functions that run as a role which may, and which nobody signs in with.</summary>
internal sealed class PersonalRows(DatabaseSession session) : IPersonalRows
{
    // What the erasing goes by is deleted last, by itself. What tells recipients to remove what they received outlives the record: an id that they know, and nothing else.
    private const string Own = "('rights.erasure', 'rights.erased_rows', 'rights.trace', 'participation.tombstone')";

    private const string Tables = $"""
        SELECT schema_name || '.' || table_name FROM platform.personal_table WHERE schema_name || '.' || table_name NOT IN {Own} ORDER BY 1
        """;

    private const string References = """
        SELECT DISTINCT f.schema_name || '.' || f.table_name, t.schema_name || '.' || t.table_name FROM pg_constraint c
          JOIN platform.personal_table f ON f.name = c.conrelid JOIN platform.personal_table t ON t.name = c.confrelid
         WHERE c.contype = 'f' AND c.conrelid <> c.confrelid
        """;

    // Quartz keeps a trigger's kind in a table of its own that refers to it. Data are strings; ids are looked for as text.
    private const string Jobs = """
        WITH waiting AS (SELECT sched_name, trigger_name, trigger_group FROM jobs.qrtz_triggers WHERE position(convert_to($1, 'UTF8') IN job_data) > 0),
             simple AS (DELETE FROM jobs.qrtz_simple_triggers s USING waiting w
                         WHERE (s.sched_name, s.trigger_name, s.trigger_group) = (w.sched_name, w.trigger_name, w.trigger_group)),
             asked AS (DELETE FROM jobs.request WHERE person_id = $1::uuid OR data::text LIKE '%' || $1 || '%' RETURNING 1),
             parked AS (DELETE FROM jobs.parked_job WHERE person_id = $1::uuid OR data::text LIKE '%' || $1 || '%' RETURNING 1)
        SELECT (SELECT count(*) FROM waiting) + (SELECT count(*) FROM asked) + (SELECT count(*) FROM parked)
        """;

    private const string Triggers = "DELETE FROM jobs.qrtz_triggers WHERE position(convert_to($1, 'UTF8') IN job_data) > 0";

    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken)
    {
        var waiting = await session.ReadAsync(new NpgsqlBatchCommand(Tables), reader => ListAsync(reader, row => row.GetString(0), cancellationToken), cancellationToken);
        var references = await session.ReadAsync(new NpgsqlBatchCommand(References), reader => ListAsync(reader, row => (From: row.GetString(0), To: row.GetString(1)), cancellationToken), cancellationToken);
        List<string> ordered = [];
        while (waiting.Count > 0)
        {
            var next = waiting.Where(table => !references.Exists(one => one.To == table && waiting.Contains(one.From))).ToList();
            // Tables that refer to each other in a ring would be deleted in one statement; there are none.
            ordered.AddRange(next.Count > 0 ? next : throw new InvalidOperationException("Personal tables refer to each other in a ring."));
            waiting = [.. waiting.Except(next)];
        }

        return ordered;
    }

    public Task<long> DeleteAsync(string table, CancellationToken cancellationToken) =>
        CountAsync("SELECT rights.delete_rows($1)", new NpgsqlParameter<string> { TypedValue = table }, cancellationToken);

    public Task<long> DeleteAccountAsync(Guid accountId, CancellationToken cancellationToken) =>
        CountAsync("SELECT rights.delete_account($1)", new NpgsqlParameter<Guid> { TypedValue = accountId }, cancellationToken);

    public async Task<long> DeleteJobsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var count = await CountAsync(Jobs, new NpgsqlParameter<string> { TypedValue = serviceUserId.ToString() }, cancellationToken);
        await session.ReadAsync(
            new NpgsqlBatchCommand(Triggers) { Parameters = { new NpgsqlParameter<string> { TypedValue = serviceUserId.ToString() } } }, _ => Task.FromResult(true), cancellationToken);
        return count;
    }

    private Task<long> CountAsync(string sql, NpgsqlParameter parameter, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(sql) { Parameters = { parameter } },
        async reader => await reader.ReadAsync(cancellationToken) ? reader.GetInt64(0) : 0,
        cancellationToken);

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
