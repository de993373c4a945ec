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
    private const string Sql = "SELECT kind, role, project_id, organisation_id, flag, member_id, levels FROM participation.standing($1, $2, $3, $4, $5)";

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
            live, strong, self && reach is null, reach is null ? roles : reach.Limit(roles), [.. reach is null ? memberships.Select(found => found.Place) : reach.Limit(memberships)])
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

/// <summary>How far an integrator's key reaches: one project, as an integrator and as nobody else, and in each tab no further than its scopes, whatever the person opened.</summary>
/// <remarks>Whatever else its account were: a key that acted as a person, a practitioner or a coordinator would be theirs without their password.</remarks>
internal sealed record IntegratorReach(Guid ProjectId, IReadOnlyCollection<string> Scopes)
{
    public IReadOnlyList<HeldRole> Limit(IEnumerable<HeldRole> roles) => [.. roles.Where(held => held.ProjectId == ProjectId && held.Role == Role.Integrator)];

    public IEnumerable<Membership> Limit(IEnumerable<(Guid? ProjectId, Membership Place)> places) =>
        places.Where(found => found.ProjectId == ProjectId && found.Place.Role == Role.Integrator).Select(found => found.Place with
        {
            Levels = found.Place.Levels.ToDictionary(level => level.Key, level => (AccessLevel)Math.Min((int)level.Value, (int)KeyScope.LevelOf(Scopes, level.Key))),
        });
}
