using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Barometre.Bench;

/// <summary>What is sent to open and complete an assessment.</summary>
internal sealed record RawAssessment(string Setting, DateTimeOffset At, bool Complete, IReadOnlyList<RawAnswer> Answers);

/// <summary>One answer of it.</summary>
internal sealed record RawAnswer(Guid Id, string Theme, string Kind, short? Rating, DateTimeOffset At);

/// <summary>The floor of a completed assessment: the same rows, the outbox's among them, in one batch and one transaction.</summary>
internal static class RawWrite
{
    private const string Assessment = """
        INSERT INTO quality_of_life.assessment
            (service_user_id, id, instrument, instrument_version, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, closed_at, version)
        VALUES ($1, $2, 'barometre-qol', '1.0.0', 'service_user', 'alone', 'completed', $1, $3, $3, $4, $3, 1)
        """;

    private const string Answer = """
        INSERT INTO quality_of_life.answer (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id)
        VALUES ($1, $2, $3, $4, 'service_user', 'rating', $5, $6, $6, $7, $1)
        """;

    private const string Outbox = "INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload) VALUES ($1, $2, 'Nothing', '{}')";

    public static async Task<IResult> AssessmentAsync(NpgsqlDataSource database, Guid person, Guid id, RawAssessment body, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Add(batch, Assessment, Of(person), Of(id), Of(body.At.UtcDateTime), Of(now));
        foreach (var answer in body.Answers)
        {
            Add(batch, Answer, Of(person), Of(answer.Id), Of(id), Of(answer.Theme), Of(answer.Rating!.Value), Of(answer.At.UtcDateTime), Of(now));
        }

        Add(batch, Outbox, Of(person), Of(Guid.CreateVersion7()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return Results.Ok(new { id });
    }

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
