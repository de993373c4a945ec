using System.Text.Json;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Takes waiting events out of every module's outbox, and jobs asked for by name, within the relay's transaction.</summary>
internal sealed class OutboxReader(Databases databases, WorkRegistry works)
{
    /// <summary>At most this many of each outbox at a time: handing over holds Quartz's lock.</summary>
    private const int Batch = 200;

    // An event, or a kind of work, of a version newer than this node's is left to the nodes that know it.
    private readonly string[] _known = [.. typeof(IDomainEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IDomainEvent)) && !type.IsAbstract).Select(type => type.Name)
        .Union(works.All.OfType<EventConsumer>().Select(consumer => consumer.Event))];

    private IReadOnlyList<string>? _schemas;

    /// <summary>The schemas that hold an outbox, asked of the database once: no list to forget a module in.</summary>
    public async ValueTask<IReadOnlyList<string>> SchemasAsync(CancellationToken cancellationToken)
    {
        if (_schemas is not null)
        {
            return _schemas;
        }

        await using var command = databases.Worker.CreateCommand("""
            SELECT quote_ident(n.nspname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = 'outbox' AND c.relkind IN ('r', 'p') AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'DELETE') ORDER BY 1
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> schemas = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            schemas.Add(reader.GetString(0));
        }

        return _schemas = schemas;
    }

    /// <summary>What waits, oldest first; rows that another node is taking are passed over.</summary>
    public async Task<Taken> TakeAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var schemas = await SchemasAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            $"DELETE FROM jobs.request WHERE id IN (SELECT id FROM jobs.request WHERE work = ANY ($1) ORDER BY id LIMIT {Batch} FOR UPDATE SKIP LOCKED) RETURNING id, work, data")
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. works.All.Select(work => work.Name)] } },
        });
        foreach (var schema in schemas)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"""
                DELETE FROM {schema}.outbox o USING
                    (SELECT service_user_id, id FROM {schema}.outbox WHERE event = ANY ($1) ORDER BY id LIMIT {Batch} FOR UPDATE SKIP LOCKED) waiting
                 WHERE o.service_user_id = waiting.service_user_id AND o.id = waiting.id RETURNING o.service_user_id, o.id, o.event, o.payload
                """)
            {
                Parameters = { new NpgsqlParameter<string[]> { TypedValue = _known } },
            });
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var taken = new Taken([], []);
        while (await reader.ReadAsync(cancellationToken))
        {
            taken.Again.Add(new WaitingJob(reader.GetGuid(0), reader.GetString(1), JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(2))!));
        }

        while (await reader.NextResultAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                taken.Events.Add(new WaitingEvent(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3)));
            }
        }

        return taken;
    }
}

/// <summary>An outbox row.</summary>
internal sealed record WaitingEvent(Guid ServiceUserId, Guid Id, string Event, string Payload);

/// <summary>A job asked for by name: for the first time by a command, or again by an operator.</summary>
internal sealed record WaitingJob(Guid Id, string Work, Dictionary<string, string> Data);

/// <summary>What one look at the outboxes found.</summary>
internal sealed record Taken(List<WaitingJob> Again, List<WaitingEvent> Events)
{
    public bool IsEmpty => Again.Count == 0 && Events.Count == 0;
}
