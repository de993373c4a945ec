using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.QualityOfLife.Readings;

/// <summary>Reads what counts straight into columns, in the order of the index <c>answer_series</c>: nothing to sort, nothing to track.</summary>
internal sealed class RatingReadings(DatabaseSession session) : IRatingReadings
{
    // Abandoned assessments are few and looked up once; joined, each answer looked its assessment up, and a reading took half as long again.
    private static readonly string Counting = $"""
          FROM quality_of_life.answer a
         WHERE a.service_user_id = $1 AND a.superseded_at IS NULL
           AND a.assessment_id <> ALL (ARRAY(SELECT s.id FROM quality_of_life.assessment s WHERE s.service_user_id = $1 AND s.state = 'abandoned'))
           AND {ShownAnswers.Where("a", "a.author_id")}
        """;

    private static readonly string Series = $"""
        SELECT a.theme, a.perspective, a.at, a.rating
        {Counting} AND a.kind = 'rating' AND a.at >= $4 AND a.at < $5
         ORDER BY a.theme, a.at, a.sequence
        """;

    private static readonly string OneSeries = $"""
        SELECT a.theme, a.perspective, a.at, a.rating
        {Counting} AND a.kind = 'rating' AND a.at >= $4 AND a.at < $5 AND a.theme = $6
         ORDER BY a.theme, a.at, a.sequence
        """;

    private static readonly string Latest = $"""
        SELECT latest.*, s.setting
          FROM (SELECT DISTINCT ON (a.theme, a.perspective) a.theme, a.perspective, a.kind, a.rating, a.at, a.assessment_id
                {Counting} AND a.kind <> 'cleared'
                 ORDER BY a.theme, a.perspective, a.at DESC, a.sequence DESC) latest
          JOIN quality_of_life.assessment s ON s.service_user_id = $1 AND s.id = latest.assessment_id
         ORDER BY latest.theme, latest.perspective
        """;

    public Task<IReadOnlyList<ThemeSeries>> SeriesAsync(
        Guid serviceUserId, string? theme, DateTimeOffset? from, DateTimeOffset? until, RatingReader reader, CancellationToken cancellationToken)
    {
        var statement = ShownAnswers.Statement(theme is null ? Series : OneSeries, serviceUserId, reader);
        statement.Parameters.Add(Moment(from?.UtcDateTime ?? DateTime.MinValue));
        statement.Parameters.Add(Moment(until?.UtcDateTime ?? DateTime.MaxValue));
        if (theme is not null)
        {
            statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = theme });
        }

        return session.ReadAsync(statement, rows => SeriesOfAsync(rows, cancellationToken), cancellationToken);
    }

    public Task<IReadOnlyList<LatestAnswer>> LatestAsync(Guid serviceUserId, RatingReader reader, CancellationToken cancellationToken) =>
        session.ReadAsync(ShownAnswers.Statement(Latest, serviceUserId, reader), rows => LatestOfAsync(rows, cancellationToken), cancellationToken);

    // Times without a beginning or an end go as -infinity and infinity.
    private static NpgsqlParameter<DateTime> Moment(DateTime at) => new() { TypedValue = at, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private static async Task<IReadOnlyList<ThemeSeries>> SeriesOfAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<ThemeSeries> found = [];
        var voices = new Voice?[Enum.GetValues<Perspective>().Length];
        var theme = "";
        while (await reader.ReadAsync(cancellationToken))
        {
            var next = reader.GetString(0);
            if (next != theme)
            {
                Close(theme, voices, found);
                theme = next;
            }

            var voice = voices[(int)Words.Parse<Perspective>(reader.GetString(1))] ??= new Voice();
            voice.At.Add(new DateTimeOffset(reader.GetDateTime(2)));
            voice.Rating.Add(reader.GetInt16(3));
        }

        Close(theme, voices, found);
        return found;
    }

    private static void Close(string theme, Voice?[] voices, List<ThemeSeries> found)
    {
        for (var i = 0; i < voices.Length; i++)
        {
            if (voices[i] is { } voice)
            {
                found.Add(new ThemeSeries(theme, (Perspective)i, voice.At, voice.Rating));
                voices[i] = null;
            }
        }
    }

    private static async Task<IReadOnlyList<LatestAnswer>> LatestOfAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<LatestAnswer> latest = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            latest.Add(new LatestAnswer(
                reader.GetString(0),
                Words.Parse<Perspective>(reader.GetString(1)),
                Words.Parse<AnswerKind>(reader.GetString(2)),
                reader.IsDBNull(3) ? null : reader.GetInt16(3),
                new DateTimeOffset(reader.GetDateTime(4)),
                reader.GetGuid(5),
                Words.Parse<Setting>(reader.GetString(6))));
        }

        return latest;
    }

    private sealed class Voice
    {
        public List<DateTimeOffset> At { get; } = [];

        public List<short> Rating { get; } = [];
    }
}
