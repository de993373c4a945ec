using Barometre.Application.CoProduction.Overviews;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>One statement by hand, so that it travels with the other readings of an overview.</summary>
internal sealed class GlanceSql(DatabaseSession session) : IGlance
{
    // Unread as OthersMessages says it, and marks as OpenMark folds them: a test holds each pair together.
    internal const string Sql = """
        SELECT 'visit' AS what, NULL::uuid AS id, NULL AS kind, NULL AS theme, NULL::uuid AS thing_id, NULL AS about, 0 AS unread, v.seen_until AS at, NULL::timestamptz AS recorded_at,
               NULL AS perspective, NULL AS setting
          FROM coproduction.visit v
         WHERE v.service_user_id = $1 AND v.account_id = $2
        UNION ALL
        SELECT 'conversation', c.id, c.kind, c.theme, c.thing_id, c.about_theme, count(*)::integer, max(m.recorded_at), NULL, NULL, NULL
          FROM coproduction.conversation c
          LEFT JOIN coproduction.read_mark r ON r.service_user_id = $1 AND r.conversation_id = c.id AND r.account_id = $2
          JOIN coproduction.message_fact m ON m.service_user_id = $1 AND m.conversation_id = c.id AND m.number > coalesce(r.through, 0)
         WHERE $5 AND c.service_user_id = $1 AND c.last_number > coalesce(r.through, 0) AND m.kind = 'said' AND m.words_sealed IS NOT NULL
           AND m.author_id <> $2 AND NOT ($4 AND m.setting = 'joint') AND ($3::uuid IS NULL OR m.present_member_id IS DISTINCT FROM $3)
         GROUP BY c.service_user_id, c.id
        UNION ALL
        SELECT 'mark', f.author_id, f.kind, f.theme, f.thing_id, NULL, 0, f.at, f.recorded_at, f.perspective, f.setting
          FROM coproduction.mark_fact f
         WHERE $5 AND f.service_user_id = $1 AND f.marked AND NOT EXISTS (
               SELECT 1 FROM coproduction.mark_fact o
                WHERE o.service_user_id = $1 AND NOT o.marked AND o.kind = f.kind AND o.theme IS NOT DISTINCT FROM f.theme AND o.thing_id IS NOT DISTINCT FROM f.thing_id
                  AND (o.at, o.recorded_at, o.id) > (f.at, f.recorded_at, f.id)
                  AND (o.perspective = 'service_user' OR o.setting = 'joint' OR (o.author_id = f.author_id AND f.perspective <> 'service_user' AND f.setting <> 'joint')))
        """;

    public Task<Glanced> ReadAsync(Guid serviceUserId, GlanceReader reader, CancellationToken cancellationToken) =>
        session.ReadAsync(
            new NpgsqlBatchCommand(Sql)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = serviceUserId },
                    new NpgsqlParameter<Guid> { TypedValue = reader.AccountId },
                    new NpgsqlParameter<Guid?> { TypedValue = reader.MemberId },
                    new NpgsqlParameter<bool> { TypedValue = reader.IsSelf },
                    new NpgsqlParameter<bool> { TypedValue = reader.SeesDialogue },
                },
            },
            rows => GlancedAsync(rows, cancellationToken),
            cancellationToken);

    private static async Task<Glanced> GlancedAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        DateTimeOffset? seen = null;
        List<GlancedConversation> conversations = [];
        List<GlancedMark> marks = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            var at = new DateTimeOffset(rows.GetDateTime(7));
            switch (rows.GetString(0))
            {
                case "visit":
                    seen = at;
                    break;
                case "conversation":
                    conversations.Add(new GlancedConversation(rows.GetGuid(1), ThingOf(rows), rows.IsDBNull(5) ? null : rows.GetString(5), rows.GetInt32(6), at));
                    break;
                default:
                    marks.Add(new GlancedMark(
                        ThingOf(rows), rows.GetGuid(1), Words.Parse<Perspective>(rows.GetString(9)), Words.Parse<Setting>(rows.GetString(10)), at, new DateTimeOffset(rows.GetDateTime(8))));
                    break;
            }
        }

        return new Glanced(seen, conversations, marks);
    }

    private static Thing ThingOf(NpgsqlDataReader rows) =>
        new(Words.Parse<ThingKind>(rows.GetString(2)), rows.IsDBNull(3) ? null : rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetGuid(4));
}
