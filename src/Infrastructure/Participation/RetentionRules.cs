using Barometre.Application.Participation.Contracts;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>One statement by hand for all records: each is three look-ups in an index.</summary>
internal sealed class RetentionRules(DatabaseSession session) : IRetentionRules
{
    private const string Sql = """
        SELECT u.service_user_id, stay.months,
               greatest(u.opened_at,
                   -- To read what is announced is no contact.
                   (SELECT e.at FROM participation.register_entry e WHERE e.service_user_id = u.service_user_id AND e.use_case <> 'GetRetention' ORDER BY e.number DESC LIMIT 1),
                   (SELECT max(s.started_at) FROM participation.account_session s WHERE s.account_id = u.account_id))
          FROM participation.service_user u CROSS JOIN LATERAL (
               SELECT CASE WHEN bool_or(p.months IS NULL) THEN NULL ELSE max(p.months) END AS months
                 FROM participation.enrolment e
                 -- In France none may be kept for ever; projects from before that was asked have the months of the rule there.
                 JOIN (SELECT id, coalesce(retention_months, CASE country WHEN 'france' THEN 24 END) AS months FROM participation.project) p ON p.id = e.project_id
                WHERE e.service_user_id = u.service_user_id
                  AND e.until IS NOT DISTINCT FROM (SELECT nullif(max(coalesce(l.until, 'infinity')), 'infinity') FROM participation.enrolment l WHERE l.service_user_id = u.service_user_id)) stay
         ORDER BY u.service_user_id
        """;

    public Task<IReadOnlyList<KeptRecord>> AllAsync(CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Sql),
        async reader =>
        {
            List<KeptRecord> records = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                records.Add(new KeptRecord(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2)));
            }

            return (IReadOnlyList<KeptRecord>)records;
        },
        cancellationToken);
}
