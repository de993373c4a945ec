using Barometre.Application.SocialNetwork.Measures;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>Facts in, measures out, by hand: a night reads every network there is.</summary>
internal sealed class MeasureStore(DatabaseSession session) : IMeasureStore
{
    // The lock's first half; the second is the person.
    private const string Hold = """
        SELECT pg_advisory_xact_lock(5517043, person) FROM (SELECT DISTINCT hashtext(id::text) AS person FROM unnest($1) id ORDER BY 1) people
        """;

    // Where an alter was put on the picture, and what it is called, changes no measure.
    private const string Facts = """
        SELECT service_user_id, id, kind, subject_id, other_id, perspective, at, device_at, circle, closeness, quality, given, received, strength, moment
          FROM social_network.fact WHERE service_user_id = ANY ($1) AND kind <> 'alter_placed' ORDER BY service_user_id, at, device_at, id
        """;

    private const string Write = """
        WITH difference AS MATERIALIZED (
            SELECT new.*, old.service_user_id AS old_service_user_id, old.map_id AS old_map_id, old.since_id AS old_since_id, old.perspective AS old_perspective, old.code AS old_code, old.part AS old_part
              FROM (SELECT * FROM social_network.measure WHERE service_user_id = ANY ($1)) old
              FULL JOIN unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) AS new (service_user_id, map_id, since_id, perspective, code, part, value, why, n, method, inputs)
                ON (new.service_user_id, new.map_id, new.since_id, new.perspective, new.code, new.part) = (old.service_user_id, old.map_id, old.since_id, old.perspective, old.code, old.part)
             WHERE old.service_user_id IS NULL OR new.service_user_id IS NULL
                OR (new.value, new.why, new.n, new.method, new.inputs) IS DISTINCT FROM (old.value, old.why, old.n, old.method, old.inputs)),
        gone AS (
            DELETE FROM social_network.measure t USING difference d
             WHERE d.service_user_id IS NULL AND (t.service_user_id, t.map_id, t.since_id, t.perspective, t.code, t.part)
                 = (d.old_service_user_id, d.old_map_id, d.old_since_id, d.old_perspective, d.old_code, d.old_part)
            RETURNING 1),
        kept AS (
            INSERT INTO social_network.measure (service_user_id, map_id, since_id, perspective, code, part, value, why, n, method, inputs, computed_at)
            SELECT service_user_id, map_id, since_id, perspective, code, part, value, why, n, method, inputs, $2 FROM difference WHERE service_user_id IS NOT NULL
            ON CONFLICT (service_user_id, map_id, since_id, perspective, code, part) DO UPDATE
               SET value = excluded.value, why = excluded.why, n = excluded.n, method = excluded.method, inputs = excluded.inputs, computed_at = excluded.computed_at
            RETURNING 1)
        SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM kept))::int
        """;

    // Stands for a name where only that there is one counts.
    private static readonly byte[] SomeName = [0];

    public Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken)
    {
        session.OpenForEveryone();
        return session.ReadAsync<IReadOnlyList<Guid>>(
            new NpgsqlBatchCommand("SELECT DISTINCT service_user_id FROM social_network.fact ORDER BY 1"),
            async reader =>
            {
                List<Guid> people = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    people.Add(reader.GetGuid(0));
                }

                return people;
            },
            cancellationToken);
    }

    public Task HoldAsync(IReadOnlyList<Guid> people, bool open, CancellationToken cancellationToken)
    {
        if (open)
        {
            session.OpenForEveryone();
        }

        return session.ReadAsync(new NpgsqlBatchCommand(Hold) { Parameters = { Of(people, id => id) } }, _ => Task.FromResult(true), cancellationToken);
    }

    public Task<ILookup<Guid, NetworkFact>> ReadAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Facts) { Parameters = { Of(people, id => id) } },
        async reader =>
        {
            List<NetworkFact> facts = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                facts.Add(Fact(reader));
            }

            return facts.ToLookup(fact => fact.ServiceUserId);
        },
        cancellationToken);

    public Task<int> WriteAsync(IReadOnlyList<Guid> people, IReadOnlyList<NetworkMeasure> computed, DateTimeOffset computedAt, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Write)
        {
            Parameters =
            {
                Of(people, id => id),
                new NpgsqlParameter<DateTime> { TypedValue = computedAt.UtcDateTime },
                Of(computed, row => row.ServiceUserId),
                Of(computed, row => row.MapId),
                Of(computed, row => row.SinceId),
                Of(computed, row => Words.Of(row.Perspective)),
                Of(computed, row => Words.Of(row.Code)),
                Of(computed, row => row.Part),
                Of(computed, row => row.Value),
                Of(computed, row => row.Why is { } why ? Words.Of(why) : null),
                Of(computed, row => row.N),
                Of(computed, row => row.Method),
                Of(computed, row => row.Inputs),
            },
        },
        async reader =>
        {
            await reader.ReadAsync(cancellationToken);
            return reader.GetInt32(0);
        },
        cancellationToken);

    private static NetworkFact Fact(NpgsqlDataReader row)
    {
        var kind = Words.Parse<NetworkFactKind>(row.GetString(2));
        return new NetworkFact(row.GetGuid(0), row.GetGuid(1), kind, row.GetGuid(3))
        {
            OtherId = row.IsDBNull(4) ? null : row.GetGuid(4),
            Perspective = Words.Parse<Perspective>(row.GetString(5)),
            At = new DateTimeOffset(row.GetDateTime(6)),
            DeviceAt = new DateTimeOffset(row.GetDateTime(7)),
            NameSealed = kind is NetworkFactKind.AlterNamed or NetworkFactKind.SnapshotNamed ? SomeName : null,
            Circle = row.IsDBNull(8) ? null : Words.Parse<LifeCircle>(row.GetString(8)),
            Closeness = row.IsDBNull(9) ? null : row.GetInt16(9),
            Quality = row.IsDBNull(10) ? null : row.GetInt16(10),
            Given = row.IsDBNull(11) ? null : new Supports(row.GetInt16(11)),
            Received = row.IsDBNull(12) ? null : new Supports(row.GetInt16(12)),
            Strength = row.IsDBNull(13) ? null : row.GetInt16(13),
            Moment = row.IsDBNull(14) ? null : new DateTimeOffset(row.GetDateTime(14)),
        };
    }

    private static NpgsqlParameter<T[]> Of<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> value) => new() { TypedValue = [.. rows.Select(value)] };
}
