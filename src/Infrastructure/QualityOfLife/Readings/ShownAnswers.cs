using System.Globalization;
using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.QualityOfLife.Readings;

/// <summary>Blind mode in the one place where it is enforced: the condition that every statement which reads answers for somebody carries.</summary>
/// <remarks>
/// Its subqueries hang on no row of the statement: PostgreSQL answers whether blind mode is on once, and looks at the rest only if it is. So the setting is read in the
/// statement's own round trip, and its plan stays what it was.
/// </remarks>
internal sealed class ShownAnswers(QualityOfLifeDbContext db, Caller caller) : IShownAnswers
{
    // Stands for the reader who sees all in the place of a voice; no perspective is called so.
    private const string Everything = "*";

    private static readonly string Window = BlindChoice.OpensWithin.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    // The placeholders are Entity Framework's, which makes parameters of them.
    private static readonly string Shown = Answers(Where("a", "a.author_id", "{0}", "{1}", "{2}"));

    // Asked first whether blind mode is on: while it is off, no answer is looked at.
    private static readonly string Hidden = Answers($"(SELECT {Hiding("{0}", "{1}")}) AND {Where("a", "a.author_id", "{0}", "{1}", "{2}")} IS NOT TRUE");

    /// <summary>True while something may be hidden from the reader.</summary>
    public static string Hiding(string person = "$1", string voice = "$2") => $"""
        ({voice} <> '{Everything}' AND coalesce((SELECT b.is_on FROM quality_of_life.blind_choice b WHERE b.service_user_id = {person}
          ORDER BY b.at DESC, b.recorded_at DESC, b.id DESC LIMIT 1), false))
        """;

    /// <summary>True of a row (a theme, a perspective, a time) that the reader may see; else false or null.</summary>
    /// <param name="row">The alias of an answer, or of what was computed from answers.</param>
    /// <param name="author">Who wrote it; nobody when it was computed.</param>
    /// <param name="at">The column with its time.</param>
    public static string Where(string row, string author = "NULL::uuid", string person = "$1", string voice = "$2", string reader = "$3", string at = "at") => $"""
        (NOT (SELECT {Hiding(person, voice)}) OR {row}.perspective = {voice} OR {row}.perspective = 'relative' OR {author} = {reader}
         OR extract(epoch FROM {row}.{at}) <= (({Opened(person)}) ->> ({row}.perspective || ' ' || {row}.theme))::numeric)
        """;

    /// <summary>A statement with the condition, its first three parameters filled: the person, and the reader.</summary>
    public static NpgsqlBatchCommand Statement(string sql, Guid serviceUserId, RatingReader reader) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = serviceUserId },
            new NpgsqlParameter<string> { TypedValue = Voice(reader) },
            new NpgsqlParameter<Guid> { TypedValue = reader.AuthorId ?? Guid.Empty },
        },
    };

    public IQueryable<Answer> Of(Guid serviceUserId) => Answers(Shown, serviceUserId);

    public IQueryable<Answer> HiddenOf(Guid serviceUserId) => Answers(Hidden, serviceUserId);

    private IQueryable<Answer> Answers(string sql, Guid serviceUserId)
    {
        var reader = RatingReader.Of(caller);
        return db.Answers.FromSqlRaw(sql, serviceUserId, Voice(reader), reader.AuthorId ?? Guid.Empty).AsNoTracking();
    }

    private static string Answers(string condition) => $"SELECT a.* FROM quality_of_life.answer a WHERE a.service_user_id = {{0}} AND {condition}";

    private static string Voice(RatingReader reader) => reader.SeesAll ? Everything : reader.Voice is { } voice ? Words.Of(voice) : "";

    // Up to which second the answers of a voice on a theme are open: the other's latest rating that counts, and the window after it.
    private static string Opened(string person) => $"""
        SELECT jsonb_object_agg(opened.voice, opened.until) FROM (
            SELECT CASE o.perspective WHEN 'service_user' THEN 'practitioner ' ELSE 'service_user ' END || o.theme AS voice, extract(epoch FROM max(o.at)) + {Window} AS until
              FROM quality_of_life.answer o
             WHERE o.service_user_id = {person} AND o.superseded_at IS NULL AND o.kind = 'rating' AND o.perspective <> 'relative'
               AND o.assessment_id <> ALL (ARRAY(SELECT s.id FROM quality_of_life.assessment s WHERE s.service_user_id = {person} AND s.state = 'abandoned'))
             GROUP BY o.perspective, o.theme) opened
        """;
}
