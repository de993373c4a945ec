using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife.Import;

/// <summary>Adds assessments by set-based statements (COPY FROM is refused under row-level security).</summary>
internal sealed class AnswerLoader(DatabaseSession session, TimeProvider time) : IAnswerLoader
{
    private const string Assessments = """
        INSERT INTO quality_of_life.assessment
            (service_user_id, id, instrument, instrument_version, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, closed_at, version)
        SELECT $1, new.id, $2, $3, 'service_user', 'alone', 'completed', $1, new.at, new.at, $4, new.at, 1
          FROM unnest($5, $6) AS new (id, at)
        ON CONFLICT (service_user_id, id) DO NOTHING
        """;

    private const string Answers = """
        INSERT INTO quality_of_life.answer
            (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id)
        SELECT $1, new.id, new.assessment_id, new.theme, 'service_user', 'rating', new.rating, new.at, new.at, $2, $1
          FROM unnest($3, $4, $5, $6, $7) AS new (id, assessment_id, theme, rating, at)
        ON CONFLICT DO NOTHING
        """;

    public async Task<(int Assessments, int Ratings)> LoadAsync(
        Guid serviceUserId, string instrument, IReadOnlyList<SelfRatingsLine> lines, CancellationToken cancellationToken)
    {
        var (name, version) = (instrument.Split('@')[0], instrument.Split('@')[1]);
        var now = time.GetUtcNow().UtcDateTime;
        var ids = lines.Select(line => IdOf(serviceUserId, instrument, line.At, "")).ToArray();
        var assessments = await ExecuteAsync(
            Assessments,
            [Of(serviceUserId), Of(name), Of(version), Of(now), Of(ids), Of(lines.Select(line => line.At.UtcDateTime).ToArray())],
            cancellationToken);

        var answers = lines.Zip(ids).SelectMany(pair => pair.First.Ratings.Select(rating => (Line: pair.First, Assessment: pair.Second, Rating: rating))).ToList();
        var ratings = await ExecuteAsync(
            Answers,
            [
                Of(serviceUserId),
                Of(now),
                Of(answers.Select(answer => IdOf(serviceUserId, instrument, answer.Line.At, answer.Rating.Theme)).ToArray()),
                Of(answers.Select(answer => answer.Assessment).ToArray()),
                Of(answers.Select(answer => answer.Rating.Theme).ToArray()),
                Of(answers.Select(answer => (short)answer.Rating.Value).ToArray()),
                Of(answers.Select(answer => answer.Line.At.UtcDateTime).ToArray()),
            ],
            cancellationToken);
        return (assessments, ratings);
    }

    public async Task AnnounceAsync(Guid serviceUserId, IReadOnlyCollection<string> themes, CancellationToken cancellationToken)
    {
        var message = OutboxMessage.Of(new AnswersRecorded(serviceUserId, Perspective.ServiceUser, [.. themes]));
        await ExecuteAsync(
            "INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload) VALUES ($1, $2, $3, $4::jsonb)",
            [Of(serviceUserId), Of(message.Id), Of(message.Event), Of(message.Payload)],
            cancellationToken);
    }

    /// <summary>The id that a line, or one of its ratings, has whenever it is imported: a UUIDv8 of what it is, first sorted by when it was.</summary>
    internal static Guid IdOf(Guid serviceUserId, string instrument, DateTimeOffset at, string theme)
    {
        Span<byte> id = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{serviceUserId}|{instrument}|{at.UtcTicks}|{theme}"), id);
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, at.ToUnixTimeMilliseconds());
        moment[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id[..16], bigEndian: true);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private async Task<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, session.Connection, session.Transaction);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
