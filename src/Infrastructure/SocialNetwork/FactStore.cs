using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.SocialNetwork;

/// <summary>Reads a person's facts in the order in which they count, straight from the reader: every map and evolution does.</summary>
internal sealed class FactStore(DatabaseSession session) : IFactReadings
{
    private const string Columns = """
        SELECT id, kind, subject_id, other_id, perspective, setting, author_id, at, device_at, recorded_at, name_sealed, alter_kind, circle, member_id,
               closeness, quality, frequency, given, received, strength, angle, radius, moment, imported
        """;

    // Comments are the bulk of the bytes and are asked for where they are shown only.
    internal const string WithoutComments = $"{Columns}, NULL::bytea FROM social_network.fact WHERE service_user_id = $1 ORDER BY at, device_at, id";

    private const string WithComments = $"{Columns}, comment_sealed FROM social_network.fact WHERE service_user_id = $1 ORDER BY at, device_at, id";

    private const string OfSnapshots = $"{Columns}, NULL::bytea FROM social_network.fact WHERE service_user_id = $1 AND kind IN ('snapshot_named', 'snapshot_dropped') ORDER BY at, device_at, id";

    // Who and when, for those who only count: an empty name stands for any.
    private const string OfStanding = """
        SELECT id, kind, subject_id, other_id, perspective, setting, author_id, at, device_at, recorded_at,
               CASE WHEN name_sealed IS NULL THEN NULL ELSE ''::bytea END, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, moment, imported, NULL
          FROM social_network.fact WHERE service_user_id = $1 ORDER BY at, device_at, id
        """;

    // What moved follows from who is there and what each voice says of the tie: places on the picture, ties between alters and links to members are not even read.
    private const string OfMoves = """
        SELECT id, kind, subject_id, other_id, perspective, at, device_at, name_sealed, alter_kind, circle, closeness, quality, moment
          FROM social_network.fact
         WHERE service_user_id = $1 AND kind NOT IN ('alter_placed', 'alters_tied', 'alters_untied', 'alter_linked')
         ORDER BY at, device_at, id
        """;

    public Task<IReadOnlyList<NetworkFact>> ReadAsync(Guid serviceUserId, FactsWanted wanted, CancellationToken cancellationToken)
    {
        var sql = wanted switch { FactsWanted.WithComments => WithComments, FactsWanted.OfSnapshots => OfSnapshots, FactsWanted.OfStanding => OfStanding, FactsWanted.OfMoves => OfMoves, _ => WithoutComments };
        Func<NpgsqlDataReader, Guid, NetworkFact> fact = wanted == FactsWanted.OfMoves ? Moved : Fact;
        return session.ReadAsync<IReadOnlyList<NetworkFact>>(
            new NpgsqlBatchCommand(sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
            async reader =>
            {
                List<NetworkFact> facts = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    facts.Add(fact(reader, serviceUserId));
                }

                return facts;
            },
            cancellationToken);
    }

    private static NetworkFact Fact(NpgsqlDataReader row, Guid serviceUserId) => new(serviceUserId, row.GetGuid(0), Words.Parse<NetworkFactKind>(row.GetString(1)), row.GetGuid(2))
    {
        OtherId = row.IsDBNull(3) ? null : row.GetGuid(3),
        Perspective = Words.Parse<Perspective>(row.GetString(4)),
        Setting = Words.Parse<Setting>(row.GetString(5)),
        AuthorId = row.GetGuid(6),
        At = new DateTimeOffset(row.GetDateTime(7)),
        DeviceAt = new DateTimeOffset(row.GetDateTime(8)),
        RecordedAt = new DateTimeOffset(row.GetDateTime(9)),
        NameSealed = row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10),
        AlterKind = row.IsDBNull(11) ? null : Words.Parse<AlterKind>(row.GetString(11)),
        Circle = row.IsDBNull(12) ? null : Words.Parse<LifeCircle>(row.GetString(12)),
        MemberId = row.IsDBNull(13) ? null : row.GetGuid(13),
        Closeness = row.IsDBNull(14) ? null : row.GetInt16(14),
        Quality = row.IsDBNull(15) ? null : row.GetInt16(15),
        Frequency = row.IsDBNull(16) ? null : Words.Parse<ContactFrequency>(row.GetString(16)),
        Given = row.IsDBNull(17) ? null : new Supports(row.GetInt16(17)),
        Received = row.IsDBNull(18) ? null : new Supports(row.GetInt16(18)),
        Strength = row.IsDBNull(19) ? null : row.GetInt16(19),
        Angle = row.IsDBNull(20) ? null : row.GetDouble(20),
        Radius = row.IsDBNull(21) ? null : row.GetDouble(21),
        Moment = row.IsDBNull(22) ? null : new DateTimeOffset(row.GetDateTime(22)),
        Imported = row.GetBoolean(23),
        CommentSealed = row.IsDBNull(24) ? null : row.GetFieldValue<byte[]>(24),
    };

    private static NetworkFact Moved(NpgsqlDataReader row, Guid serviceUserId) => new(serviceUserId, row.GetGuid(0), Words.Parse<NetworkFactKind>(row.GetString(1)), row.GetGuid(2))
    {
        OtherId = row.IsDBNull(3) ? null : row.GetGuid(3),
        Perspective = Words.Parse<Perspective>(row.GetString(4)),
        At = new DateTimeOffset(row.GetDateTime(5)),
        DeviceAt = new DateTimeOffset(row.GetDateTime(6)),
        NameSealed = row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7),
        AlterKind = row.IsDBNull(8) ? null : Words.Parse<AlterKind>(row.GetString(8)),
        Circle = row.IsDBNull(9) ? null : Words.Parse<LifeCircle>(row.GetString(9)),
        Closeness = row.IsDBNull(10) ? null : row.GetInt16(10),
        Quality = row.IsDBNull(11) ? null : row.GetInt16(11),
        Moment = row.IsDBNull(12) ? null : new DateTimeOffset(row.GetDateTime(12)),
    };
}
