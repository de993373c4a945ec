using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.SocialNetwork;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Jobs;
using Npgsql;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>Writes by columns (unnest): a month of a device's facts costs the database one statement, and COPY is refused under row-level security.</summary>
internal sealed class FactWriter(DatabaseSession session) : IFactWriter
{
    private const string Sql = """
        WITH added AS (
            INSERT INTO social_network.fact
                (service_user_id, id, kind, subject_id, other_id, perspective, setting, author_id, at, device_at, recorded_at, name_sealed, alter_kind, circle, member_id,
                 closeness, quality, frequency, given, received, comment_sealed, strength, angle, radius, moment, imported)
            SELECT $1, new.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26) AS new
            ON CONFLICT DO NOTHING
            RETURNING id),
        told AS (
            INSERT INTO social_network.outbox (service_user_id, id, event, payload)
            SELECT $1, $27, $28, $29::jsonb WHERE EXISTS (SELECT 1 FROM added))
        SELECT id FROM added
        """;

    public Task<IReadOnlySet<Guid>> AddAsync(Guid serviceUserId, IReadOnlyList<NetworkFact> facts, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(Sql);
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = serviceUserId });
        AddColumns(statement.Parameters, facts);
        var told = OutboxMessage.Of(new NetworkChanged(serviceUserId));
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = told.Id });
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = told.Event });
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = told.Payload });
        // Written past Entity Framework, where this is noticed by itself.
        session.WroteToOutbox();
        return session.ReadAsync<IReadOnlySet<Guid>>(
            statement,
            async reader =>
            {
                HashSet<Guid> added = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    added.Add(reader.GetGuid(0));
                }

                return added;
            },
            cancellationToken);
    }

    private static void AddColumns(NpgsqlParameterCollection to, IReadOnlyList<NetworkFact> all)
    {
        Column(to, all, fact => fact.Id);
        Column(to, all, fact => Words.Of(fact.Kind));
        Column(to, all, fact => fact.SubjectId);
        Column(to, all, fact => fact.OtherId);
        Column(to, all, fact => Words.Of(fact.Perspective));
        Column(to, all, fact => Words.Of(fact.Setting));
        Column(to, all, fact => fact.AuthorId);
        Column(to, all, fact => fact.At.UtcDateTime);
        Column(to, all, fact => fact.DeviceAt.UtcDateTime);
        Column(to, all, fact => fact.RecordedAt.UtcDateTime);
        Column(to, all, fact => fact.NameSealed);
        Column(to, all, fact => fact.AlterKind is { } kind ? Words.Of(kind) : null);
        Column(to, all, fact => fact.Circle is { } circle ? Words.Of(circle) : null);
        Column(to, all, fact => fact.MemberId);
        Column(to, all, fact => fact.Closeness);
        Column(to, all, fact => fact.Quality);
        Column(to, all, fact => fact.Frequency is { } frequency ? Words.Of(frequency) : null);
        Column(to, all, fact => fact.Given?.Bits);
        Column(to, all, fact => fact.Received?.Bits);
        Column(to, all, fact => fact.CommentSealed);
        Column(to, all, fact => fact.Strength);
        Column(to, all, fact => fact.Angle);
        Column(to, all, fact => fact.Radius);
        Column(to, all, fact => fact.Moment);
        Column(to, all, fact => fact.Imported);
    }

    private static void Column<T>(NpgsqlParameterCollection to, IReadOnlyList<NetworkFact> facts, Func<NetworkFact, T> value)
    {
        var values = new T[facts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(facts[i]);
        }

        to.Add(new NpgsqlParameter<T[]> { TypedValue = values });
    }
}
