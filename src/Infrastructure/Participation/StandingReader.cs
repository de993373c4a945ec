using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Sessions;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Reads, in one round trip and by hand because every request pays it, what an access decision rests on.</summary>
internal sealed class StandingReader(DatabaseSession session, Caller caller, TimeProvider time) : IStandingReader
{
    // For whom it runs is told before the decision is read, in the same statement: the function takes the person from what was told, and nothing can be read first.
    private const string Sql = $"""
        SELECT s.kind, s.role, s.project_id, s.organisation_id, s.flag, s.member_id, s.levels, held.standing::text
          FROM (SELECT {OpenedRows.Telling} OFFSET 0) told,
               LATERAL (SELECT participation.standing_held($5, $6, NULLIF(told.person, '')::uuid, $7, $8, $9) AS standing OFFSET 0) held, LATERAL unnest(held.standing) s
        """;

    // Told and confirmed in one statement, which is the first of its batch.
    private const string Confirming = $"SELECT {OpenedRows.Telling}, participation.require_standing($5, $6, NULLIF($1, '')::uuid, $7, $8, $9)";

    public async Task<Standing> ReadAsync(Guid? serviceUserId, RecordHold hold, CancellationToken cancellationToken)
    {
        // Of a decision within a decision, the first one's entry is about the first one's record.
        await session.SettleAsync(cancellationToken);
        session.OpenFor(serviceUserId);
        var statement = session.Announcing(Sql);
        AddCaller(statement);
        statement.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)hold });
        return await session.ReadAnnouncingAsync(statement, reader => StandingAsync(reader, cancellationToken), cancellationToken);
    }

    public bool MayExpect => session.Transaction is null;

    public async Task ExpectAsync(Guid? serviceUserId, string asSaid, CancellationToken cancellationToken)
    {
        await session.SettleAsync(cancellationToken);
        session.OpenFor(serviceUserId);
        var statement = session.Announcing(Confirming);
        AddCaller(statement);
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = asSaid });
        session.AnnounceWith(statement);
    }

    private void AddCaller(NpgsqlBatchCommand statement)
    {
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.AccountId ?? Guid.Empty });
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.SessionId ?? Guid.Empty });
        statement.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = caller.KeyId ?? Guid.Empty });
    }

    private static async Task<Standing> StandingAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new StandingRows();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader);
        }

        return rows.Standing();
    }
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
