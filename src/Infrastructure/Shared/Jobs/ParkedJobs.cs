using System.Text.Json;
using Barometre.Application.Shared.Jobs;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Parked jobs and the counts, read and changed with the worker's login whoever asks: the application's has no way into the schema.</summary>
internal sealed class ParkedJobs(Databases databases, OutboxSignal signal, OutboxReader outboxes, TimeProvider time) : IBackgroundJobs
{
    /// <summary>The job data's key for the person, where there is one.</summary>
    public const string PersonKey = "person";

    public async Task ParkAsync(string work, IReadOnlyDictionary<string, string> data, int attempts, string errorType, CancellationToken cancellationToken)
    {
        await using var command = databases.Worker.CreateCommand("""
            INSERT INTO jobs.parked_job (id, work, event_id, person_id, data, attempts, error_type, parked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (work, event_id) DO UPDATE SET attempts = excluded.attempts, error_type = excluded.error_type, parked_at = excluded.parked_at
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = work });
        command.Parameters.Add(IdOrNull(data.GetValueOrDefault(CommandJob.EventKey)));
        command.Parameters.Add(IdOrNull(data.GetValueOrDefault(PersonKey)));
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(data), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = attempts });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = errorType.Length <= 200 ? errorType : errorType[..200] });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ParkedJob>> ParkedAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = databases.Worker.CreateCommand(
            "SELECT id, work, event_id, person_id, attempts, error_type, parked_at FROM jobs.parked_job ORDER BY parked_at DESC, id LIMIT $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ParkedJob> jobs = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(new ParkedJob(
                reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.IsDBNull(3) ? null : reader.GetGuid(3),
                reader.GetInt32(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return jobs;
    }

    public async Task<int> RetryAsync(Guid? parkedJobId, CancellationToken cancellationToken)
    {
        await using var command = databases.Worker.CreateCommand("""
            WITH taken AS (DELETE FROM jobs.parked_job WHERE $1 IS NULL OR id = $1 RETURNING id, work, event_id, person_id, data)
            INSERT INTO jobs.request (id, work, event_id, person_id, data) SELECT id, work, event_id, person_id, data FROM taken
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)parkedJobId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        var retried = await command.ExecuteNonQueryAsync(cancellationToken);
        signal.Wake();
        return retried;
    }

    public async Task<JobCounts> CountAsync(CancellationToken cancellationToken)
    {
        var schemas = await outboxes.SchemasAsync(cancellationToken);
        var waiting = string.Concat(schemas.Select(schema => $" + (SELECT count(*) FROM {schema}.outbox)"));
        await using var command = databases.Worker.CreateCommand($"""
            SELECT (SELECT count(*) FROM jobs.request){waiting},
                   (SELECT count(*) FROM {JobTables.Prefix}triggers t WHERE t.trigger_type <> 'CRON'
                       AND NOT EXISTS (SELECT 1 FROM {JobTables.Prefix}fired_triggers f
                                        WHERE f.sched_name = t.sched_name AND f.trigger_name = t.trigger_name AND f.trigger_group = t.trigger_group)),
                   (SELECT count(*) FROM {JobTables.Prefix}fired_triggers),
                   (SELECT count(*) FROM jobs.parked_job)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new JobCounts(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
    }

    private static NpgsqlParameter IdOrNull(string? id) => new() { Value = id is null ? DBNull.Value : Guid.Parse(id), NpgsqlDbType = NpgsqlDbType.Uuid };
}
