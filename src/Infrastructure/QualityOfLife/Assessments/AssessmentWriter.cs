using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Jobs;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife.Assessments;

/// <summary>Writes by columns (unnest): 55 answers cost the database one statement, not 55, and COPY is refused under row-level security.</summary>
internal sealed class AssessmentWriter(DatabaseSession session) : IAssessmentWriter
{
    private const string Sql = """
        WITH added AS (
            INSERT INTO quality_of_life.assessment
                (service_user_id, id, instrument, instrument_version, project_id, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, closed_at, version)
            SELECT $1, new.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS new
            ON CONFLICT DO NOTHING
            RETURNING id),
        answered AS (
            INSERT INTO quality_of_life.answer
                (service_user_id, assessment_id, id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id, superseded_at)
            SELECT $1, new.assessment_id, new.id, new.theme, new.perspective, new.kind, new.rating, new.at, new.device_at, new.recorded_at, new.author_id, new.superseded_at
              FROM unnest($15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25) WITH ORDINALITY
                AS new (assessment_id, id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id, superseded_at, place)
              JOIN added ON added.id = new.assessment_id
             ORDER BY new.place
            ON CONFLICT DO NOTHING
            RETURNING id),
        told AS (
            INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload)
            SELECT $1, new.id, new.event, new.payload::jsonb FROM unnest($26, $27, $28, $29) AS new (assessment_id, id, event, payload)
              JOIN added ON added.id = new.assessment_id)
        SELECT (SELECT count(*) FROM added)::int, (SELECT count(*) FROM answered)::int,
               (SELECT meant.id FROM added JOIN unnest($15, $16) AS meant (assessment_id, id) ON meant.assessment_id = added.id
                 WHERE meant.id NOT IN (SELECT id FROM answered) LIMIT 1)
        """;

    public Task<AddedAssessments> AddAsync(Guid serviceUserId, IReadOnlyList<Assessment> assessments, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(Sql);
        statement.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = serviceUserId });
        AddAssessments(statement.Parameters, assessments);
        AddAnswers(statement.Parameters, [.. assessments.SelectMany(assessment => assessment.Answers)]);
        AddEvents(statement.Parameters, assessments);
        // Written past Entity Framework, where this is noticed by itself.
        session.WroteToOutbox();
        return session.ReadAsync(statement, reader => AddedAsync(reader, cancellationToken), cancellationToken);
    }

    private static async Task<AddedAssessments> AddedAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        // The transaction ends with it: an assessment is not kept without all of its answers.
        return reader.IsDBNull(2)
            ? new AddedAssessments(reader.GetInt32(0), reader.GetInt32(1))
            : throw new RuleViolation(QualityOfLifeErrors.AnswerIdReused, reader.GetGuid(2));
    }

    private static void AddAssessments(NpgsqlParameterCollection to, IReadOnlyList<Assessment> all)
    {
        Column(to, all, one => one.Id);
        Column(to, all, one => one.Instrument);
        Column(to, all, one => one.InstrumentVersion);
        Column(to, all, one => one.ProjectId);
        Column(to, all, one => Words.Of(one.Perspective));
        Column(to, all, one => Words.Of(one.Setting));
        Column(to, all, one => Words.Of(one.State));
        Column(to, all, one => one.OpenedBy);
        Column(to, all, one => one.OpenedAt.UtcDateTime);
        Column(to, all, one => one.DeviceOpenedAt.UtcDateTime);
        Column(to, all, one => one.RecordedAt.UtcDateTime);
        Column(to, all, one => one.ClosedAt);
        Column(to, all, one => one.Version);
    }

    private static void AddAnswers(NpgsqlParameterCollection to, IReadOnlyList<Answer> all)
    {
        Column(to, all, one => one.AssessmentId);
        Column(to, all, one => one.Id);
        Column(to, all, one => one.Theme);
        Column(to, all, one => Words.Of(one.Perspective));
        Column(to, all, one => Words.Of(one.Kind));
        Column(to, all, one => (short?)one.Rating?.Value);
        Column(to, all, one => one.At.UtcDateTime);
        Column(to, all, one => one.DeviceAt.UtcDateTime);
        Column(to, all, one => one.RecordedAt.UtcDateTime);
        Column(to, all, one => one.AuthorId);
        Column(to, all, one => one.SupersededAt);
    }

    private static void AddEvents(NpgsqlParameterCollection to, IReadOnlyList<Assessment> all)
    {
        var told = all.SelectMany(one => one.Events.Select(happened => (one.Id, Message: OutboxMessage.Of(happened)))).ToList();
        Column(to, told, one => one.Id);
        Column(to, told, one => one.Message.Id);
        Column(to, told, one => one.Message.Event);
        Column(to, told, one => one.Message.Payload);
    }

    private static void Column<TRow, T>(NpgsqlParameterCollection to, IReadOnlyList<TRow> rows, Func<TRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        to.Add(new NpgsqlParameter<T[]> { TypedValue = values });
    }
}
