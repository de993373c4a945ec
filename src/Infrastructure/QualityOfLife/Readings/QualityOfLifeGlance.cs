using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife.Readings;

/// <summary>The tab at a glance, in one statement: what each voice last said, with what became of it, the stars, and where the person keeps words to themself.</summary>
internal sealed class QualityOfLifeGlance(DatabaseSession session, Caller caller)
{
    internal static readonly string Sql = $"""
        SELECT 'voice', latest.theme, latest.perspective, latest.kind, latest.rating, latest.at, latest.recorded_at, c.verdict
          FROM (SELECT DISTINCT ON (a.theme, a.perspective) a.theme, a.perspective, a.kind, a.rating, a.at, a.recorded_at
                  FROM quality_of_life.answer a
                 WHERE a.service_user_id = $1 AND a.superseded_at IS NULL AND a.kind <> 'cleared'
                   AND a.assessment_id <> ALL (ARRAY(SELECT s.id FROM quality_of_life.assessment s WHERE s.service_user_id = $1 AND s.state = 'abandoned'))
                   AND {ShownAnswers.Where("a", "a.author_id")}
                 ORDER BY a.theme, a.perspective, a.at DESC, a.sequence DESC) latest
          LEFT JOIN quality_of_life.theme_change c ON c.service_user_id = $1 AND c.theme = latest.theme AND c.perspective = latest.perspective
               AND {ShownAnswers.Where("c", at: "latest_at")}
        UNION ALL
        SELECT 'star', s.theme, NULL, NULL, s.position, s.since, s.placed_at, NULL
          FROM quality_of_life.star s
         WHERE s.service_user_id = $1 AND s.until IS NULL
        UNION ALL
        SELECT 'kept', k.theme, NULL, NULL, NULL, NULL, NULL, NULL
          FROM quality_of_life.comment_closing k
         WHERE k.service_user_id = $1 AND k.until IS NULL
        """;

    public Task<QualityOfLifeOverview> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        session.ReadAsync(ShownAnswers.Statement(Sql, serviceUserId, RatingReader.Of(caller)), reader => OverviewAsync(reader, cancellationToken), cancellationToken);

    private static async Task<QualityOfLifeOverview> OverviewAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<OverviewVoice> voices = [];
        List<ChosenStar> stars = [];
        List<string> kept = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetString(0) == "star")
            {
                stars.Add(new ChosenStar(reader.GetString(1), reader.GetInt16(4), Moment(reader, 5)));
                continue;
            }

            if (reader.GetString(0) == "kept")
            {
                kept.Add(reader.GetString(1));
                continue;
            }

            voices.Add(new OverviewVoice(
                reader.GetString(1),
                Words.Parse<Perspective>(reader.GetString(2)),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt16(4),
                Moment(reader, 5),
                Moment(reader, 6),
                reader.IsDBNull(7) ? null : reader.GetString(7)));
        }

        // The order of a union is nobody's promise.
        return new QualityOfLifeOverview(
            [.. voices.OrderBy(voice => voice.Theme, StringComparer.Ordinal).ThenBy(voice => voice.Perspective)],
            [.. stars.OrderBy(star => star.Position)],
            [.. kept.Order(StringComparer.Ordinal)]);
    }

    private static DateTimeOffset Moment(NpgsqlDataReader reader, int column) => new(reader.GetDateTime(column));
}
