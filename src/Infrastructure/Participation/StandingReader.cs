using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads, in one round trip and by hand because every request pays it, what an access decision rests on.</summary>
internal sealed class StandingReader(DatabaseSession session, Caller caller, TimeProvider time) : IStandingReader
{
    private const string Sql = """
        SELECT 'session' AS kind, NULL AS role, NULL::uuid AS project_id, NULL::uuid AS organisation_id, s.strong AS flag, NULL::uuid AS member_id, NULL::text[] AS levels
          FROM participation.account_session s WHERE s.id = $2 AND s.account_id = $1 AND s.ended_at IS NULL AND s.expires_at > $4
        UNION ALL
        SELECT 'key', NULL, k.project_id, NULL, true, NULL, k.scopes
          FROM participation.integrator_key k WHERE k.id = $5 AND k.account_id = $1 AND k.revoked_at IS NULL AND k.expires_at > $4
        UNION ALL
        SELECT 'short', NULL, NULL, NULL, true, NULL, NULL
          FROM participation.account a WHERE a.id = $1 AND a.password_hash IS NOT NULL AND NOT a.long_password
        UNION ALL
        SELECT 'self', NULL, NULL, NULL, false, NULL, NULL
          FROM participation.service_user u WHERE u.service_user_id = $3 AND u.account_id = $1
        UNION ALL
        SELECT 'role', r.role, r.project_id, NULL, coalesce(p.demonstration, false), NULL, NULL
          FROM participation.role_assignment r LEFT JOIN participation.project p ON p.id = r.project_id
         WHERE r.account_id = $1 AND r.until IS NULL
        UNION ALL
        SELECT 'member', m.role, m.project_id, p.organisation_id, coalesce(p.demonstration, false), m.id,
               ARRAY[m.quality_of_life, m.network, m.strengths, m.plan, m.coproduction]
          FROM participation.circle_member m LEFT JOIN participation.project p ON p.id = m.project_id
         WHERE m.service_user_id = $3 AND m.account_id = $1 AND m.state = 'active'
           AND (m.role = 'relative'
                OR (EXISTS (SELECT 1 FROM participation.role_assignment r
                             WHERE r.account_id = $1 AND r.project_id = m.project_id AND r.role = m.role AND r.until IS NULL)
                    AND EXISTS (SELECT 1 FROM participation.enrolment e
                                 WHERE e.service_user_id = $3 AND e.project_id = m.project_id AND e.until IS NULL)))
        """;

    public Task<Standing> ReadAsync(Guid? serviceUserId, CancellationToken cancellationToken)
    {
        session.OpenFor(serviceUserId);
        var statement = new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = caller.AccountId ?? Guid.Empty },
                new NpgsqlParameter<Guid> { TypedValue = caller.SessionId ?? Guid.Empty },
                new NpgsqlParameter<Guid> { TypedValue = serviceUserId ?? Guid.Empty },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
                new NpgsqlParameter<Guid> { TypedValue = caller.KeyId ?? Guid.Empty },
            },
        };
        return session.ReadAsync(statement, reader => StandingAsync(reader, cancellationToken), cancellationToken);
    }

    private static async Task<Standing> StandingAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var (live, strong, self, isShort) = (false, false, false, false);
        IntegratorReach? reach = null;
        List<HeldRole> roles = [];
        List<(Guid? ProjectId, Membership Place)> memberships = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            switch (reader.GetString(0))
            {
                case "session":
                    (live, strong) = (true, reader.GetBoolean(4));
                    break;
                case "key":
                    (live, strong, reach) = (true, true, new IntegratorReach(reader.GetGuid(2), reader.GetFieldValue<string[]>(6)));
                    break;
                case "short":
                    isShort = true;
                    break;
                case "self":
                    self = true;
                    break;
                case "role":
                    roles.Add(new HeldRole(Words.Parse<Role>(reader.GetString(1)), Optional(reader, 2), reader.GetBoolean(4)));
                    break;
                default:
                    memberships.Add((Optional(reader, 2), MembershipOf(reader)));
                    break;
            }
        }

        return new Standing(
            live, strong, self, reach is null ? roles : reach.Limit(roles), [.. reach is null ? memberships.Select(found => found.Place) : reach.Limit(memberships)])
        {
            ShortPassword = isShort,
        };
    }

    private static Membership MembershipOf(NpgsqlDataReader reader)
    {
        var words = reader.GetFieldValue<string[]>(6);
        var levels = Enum.GetValues<Tab>().ToDictionary(tab => tab, tab => Words.Parse<AccessLevel>(words[(int)tab]));
        return new Membership(reader.GetGuid(5), Words.Parse<Role>(reader.GetString(1)), Optional(reader, 3), reader.GetBoolean(4), levels);
    }

    private static Guid? Optional(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}

/// <summary>How far an integrator's key reaches: one project, and in each tab no further than its scopes, whatever the person opened.</summary>
internal sealed record IntegratorReach(Guid ProjectId, IReadOnlyCollection<string> Scopes)
{
    public IReadOnlyList<HeldRole> Limit(IEnumerable<HeldRole> roles) => [.. roles.Where(held => held.ProjectId == ProjectId)];

    public IEnumerable<Membership> Limit(IEnumerable<(Guid? ProjectId, Membership Place)> places) =>
        places.Where(found => found.ProjectId == ProjectId).Select(found => found.Place with
        {
            Levels = found.Place.Levels.ToDictionary(level => level.Key, level => (AccessLevel)Math.Min((int)level.Value, (int)KeyScope.LevelOf(Scopes, level.Key))),
        });
}
