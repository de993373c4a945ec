using Barometre.IntegrationTests;
using Npgsql;

namespace Barometre.Bench;

/// <summary>Fills an installation with made-up people who each rated all 55 themes several times, by set-based statements behind the walls.</summary>
internal static class Population
{
    public static async Task<long> CountAsync(this Installation installation, string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Gives one of the made-up people's ratings to <paramref name="serviceUserId"/>.</summary>
    public static Task GiveAsync(Installation installation, Guid serviceUserId) => installation.ExecuteAsync($"""
        CREATE TEMP TABLE giver AS SELECT id FROM public.bench_person LIMIT 1;
        INSERT INTO quality_of_life.assessment
          SELECT (jsonb_populate_record(s, jsonb_build_object('service_user_id', '{serviceUserId}'))).* FROM quality_of_life.assessment s, giver WHERE s.service_user_id = giver.id;
        INSERT INTO quality_of_life.answer (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id)
          SELECT '{serviceUserId}', a.id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id
            FROM quality_of_life.answer a, giver WHERE a.service_user_id = giver.id;
        DROP TABLE giver;
        """);

    /// <summary>Adds <paramref name="people"/> people with <paramref name="assessments"/> assessments each and returns their ids.</summary>
    public static async Task<List<Guid>> AddAsync(Installation installation, Guid projectId, int people, int assessments)
    {
        await installation.ExecuteAsync($"""
            CREATE TEMP TABLE someone AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, {people}) n;
            CREATE TEMP TABLE visit AS SELECT s.id AS person, gen_random_uuid() AS id, s.n, v, now() - make_interval(days => 30 * ({assessments} - v) + 1) AS at
              FROM someone s, generate_series(1, {assessments}) v;
            INSERT INTO participation.service_user (service_user_id, called_name_sealed, language, opened_by, opened_at, version)
              SELECT id, '\x00', 'fr', id, now(), 1 FROM someone;
            INSERT INTO participation.enrolment (service_user_id, id, project_id, since) SELECT id, gen_random_uuid(), '{projectId}', now() FROM someone;
            INSERT INTO quality_of_life.assessment
              (service_user_id, id, instrument, instrument_version, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, closed_at, version)
              SELECT person, id, 'barometre-qol', '1.0.0', 'service_user', 'alone', 'completed', person, at, at, at, at, 1 FROM visit;
            INSERT INTO quality_of_life.answer (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id)
              SELECT v.person, gen_random_uuid(), v.id, t.theme, 'service_user', 'rating',
                     least(100, greatest(0, round(50 + 20 * sin(v.n * 7 + t.k * 3) + v.v * sin(v.n + t.k) * 3 + 12 * (random() - 0.5))))::smallint, v.at, v.at, v.at, v.person
                FROM visit v, (SELECT theme, row_number() OVER () AS k FROM (
                       SELECT jsonb_array_elements(sphere -> 'themes') ->> 'code' AS theme
                         FROM quality_of_life.instrument_version i, jsonb_array_elements(i.content::jsonb -> 'spheres') sphere WHERE i.instrument = 'barometre-qol') themes) t;
            ANALYZE quality_of_life.assessment, quality_of_life.answer, participation.service_user, participation.enrolment;
            CREATE TABLE IF NOT EXISTS public.bench_person (id uuid);
            TRUNCATE public.bench_person;
            INSERT INTO public.bench_person SELECT id FROM someone;
            DROP TABLE visit, someone;
            """);
        List<Guid> ids = [];
        await using var command = installation.Owner.CreateCommand("SELECT id FROM public.bench_person");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}
