using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.QualityOfLife.Readings;
using Barometre.Infrastructure.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Barometre.Infrastructure.QualityOfLife.Change;

/// <summary>Facts in, indicators out, by hand: a night reads every rating there is.</summary>
internal sealed class ChangeStore(DatabaseSession session) : IChangeStore
{
    // The lock's first half; the second is the person.
    private const string Hold = """
        SELECT pg_advisory_xact_lock(5517041, person) FROM (SELECT DISTINCT hashtext(id::text) AS person FROM unnest($1) id ORDER BY 1) people
        """;

    // In the order of the index on the series: nothing is sorted. Words are sent as numbers: there are millions of rows.
    private const string Columns = """
        SELECT a.service_user_id, a.theme,
               CASE a.perspective WHEN 'service_user' THEN 0::smallint WHEN 'practitioner' THEN 1::smallint ELSE 2::smallint END,
               CASE a.kind WHEN 'rating' THEN 0::smallint WHEN 'not_concerned' THEN 1::smallint ELSE 2::smallint END,
               coalesce(a.rating, 0::smallint), a.at, a.sequence
          FROM quality_of_life.answer a
         WHERE a.superseded_at IS NULL AND a.kind <> 'cleared'
           AND NOT EXISTS (SELECT 1 FROM quality_of_life.assessment s
                            WHERE s.service_user_id = a.service_user_id AND s.id = a.assessment_id AND s.state = 'abandoned')
        """;

    private const string Order = "ORDER BY a.service_user_id, a.theme, a.at, a.sequence";

    private const string Facts = $"{Columns} AND a.service_user_id BETWEEN $1 AND $2 {Order}";

    // For a reader, of one person.
    private static readonly string Shown =
        $"{Columns} AND a.service_user_id = $1 AND ($4::text IS NULL OR a.theme = $4) AND {ShownAnswers.Where("a", "a.author_id")} {Order}";

    public Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken)
    {
        session.OpenForEveryone();
        return session.ReadAsync<IReadOnlyList<Guid>>(
            new NpgsqlBatchCommand("SELECT DISTINCT service_user_id FROM quality_of_life.assessment ORDER BY 1"),
            async reader =>
            {
                List<Guid> people = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    people.Add(reader.GetGuid(0));
                }

                return people;
            },
            cancellationToken);
    }

    public Task HoldAsync(Guid serviceUserId, CancellationToken cancellationToken) => HoldAsync([serviceUserId], cancellationToken);

    public Task HoldManyAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        session.OpenForEveryone();
        return HoldAsync([.. people], cancellationToken);
    }

    public Task<IReadOnlyList<PersonFacts>> ReadAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        var held = people.ToHashSet();
        return session.ReadAsync<IReadOnlyList<PersonFacts>>(
            FactsBetween(people[0], people[^1]), reader => ReadAsync(reader, held, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<ThemeFacts>> ReadShownAsync(Guid serviceUserId, string? theme, RatingReader reader, CancellationToken cancellationToken)
    {
        var statement = ShownAnswers.Statement(Shown, serviceUserId, reader);
        statement.Parameters.Add(new NpgsqlParameter { Value = (object?)theme ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        var people = await session.ReadAsync<IReadOnlyList<PersonFacts>>(statement, rows => ReadAsync(rows, [serviceUserId], cancellationToken), cancellationToken);
        return people.Count == 0 ? [] : people[0].Themes;
    }

    public Task<IReadOnlyDictionary<(string Theme, Perspective Perspective), long>> InputsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand("SELECT theme, perspective, inputs FROM quality_of_life.theme_change WHERE service_user_id = $1 AND method = $2")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<string> { TypedValue = ThemeChange.Method } },
        };
        return session.ReadAsync<IReadOnlyDictionary<(string, Perspective), long>>(
            statement,
            async reader =>
            {
                Dictionary<(string, Perspective), long> inputs = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    inputs[(reader.GetString(0), Words.Parse<Perspective>(reader.GetString(1)))] = reader.GetInt64(2);
                }

                return inputs;
            },
            cancellationToken);
    }

    public async Task<int> WriteAsync(
        IReadOnlyList<Guid> people, IReadOnlySet<string>? themes, IReadOnlyList<PersonIndicators> computed, DateTimeOffset computedAt, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction)
        {
            BatchCommands =
            {
                ChangeTables.Themes.Statement(people, themes, [.. computed.SelectMany(person => person.Themes)], computedAt),
                ChangeTables.Spheres.Statement(people, themes, [.. computed.SelectMany(person => person.Spheres)], computedAt),
                ChangeTables.Gaps.Statement(people, themes, [.. computed.SelectMany(person => person.Gaps)], computedAt),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var differing = 0L;
        do
        {
            await reader.ReadAsync(cancellationToken);
            differing += reader.GetInt64(0);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return (int)differing;
    }

    private Task<bool> HoldAsync(Guid[] people, CancellationToken cancellationToken) => session.ReadAsync(
        new NpgsqlBatchCommand(Hold) { Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = people } } }, _ => Task.FromResult(true), cancellationToken);

    private static NpgsqlBatchCommand FactsBetween(Guid first, Guid last) =>
        new(Facts) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = first }, new NpgsqlParameter<Guid> { TypedValue = last } } };

    private static async Task<IReadOnlyList<PersonFacts>> ReadAsync(NpgsqlDataReader reader, HashSet<Guid> held, CancellationToken cancellationToken)
    {
        List<PersonFacts> people = [];
        PersonFacts? person = null;
        ThemeFacts? facts = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            if (person?.ServiceUserId != id)
            {
                person = new PersonFacts(id);
                facts = null;
                // Somebody new since the list was made is not held: their own job is under way.
                if (held.Contains(id))
                {
                    people.Add(person);
                }
            }

            var theme = reader.GetString(1);
            var perspective = (Perspective)reader.GetInt16(2);
            if (facts is null || facts.Perspective != perspective || facts.Theme != theme)
            {
                facts = person.Of(facts?.Theme == theme ? facts.Theme : theme, perspective);
            }

            facts.Add((AnswerKind)reader.GetInt16(3), reader.GetInt16(4), new DateTimeOffset(reader.GetDateTime(5)), reader.GetInt64(6));
        }

        return people;
    }
}
