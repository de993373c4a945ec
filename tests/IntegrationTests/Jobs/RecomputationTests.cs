using System.Net;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.WebApi.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>Every module's indicators are made anew by the same night and the same operator's command: no module is forgotten.</summary>
public sealed class RecomputationTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task A_table_of_indicators_belongs_to_a_module_that_is_recomputed()
    {
        var computed = (await ComputedAsync()).Select(table => table.Split('.')[0].Replace('_', '-')).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(computed, installation.App.Services.GetServices<BackgroundWork>().OfType<Recomputation>().Select(work => work.Module).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_the_jobs_nothing_differs_and_a_row_lost_or_altered_in_any_table_is_found_and_repaired()
    {
        var person = await TellAsync();
        await Eventually.HappensAsync(
            async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TimeSpan.FromSeconds(60));
        var tables = await ComputedAsync();
        var modules = tables.Select(table => table.Split('.')[0].Replace('_', '-')).Distinct().ToList();
        Findings.None(await EmptyAsync(tables));

        Assert.All(await LinesAsync(RecomputeVerb.EverybodyAsync(installation.App)), line => Assert.Matches("^[a-z-]+: 1 people in .* s; 0 rows differed[.]$", line));
        foreach (var table in tables)
        {
            var was = await RowsAsync(table);
            await installation.ExecuteAsync($"DELETE FROM {table} WHERE ctid = (SELECT min(ctid) FROM {table})");
            Assert.Equal([$"{ModuleOf(table)}: 1 rows differed."], Differing(await LinesAsync(RecomputeVerb.PersonAsync(installation.App, person))));
            Assert.Equal(was, await RowsAsync(table));
            var figure = await FigureAsync(table);
            await installation.ExecuteAsync($"UPDATE {table} SET {figure} = {figure} + 1 WHERE ctid = (SELECT min(ctid) FROM {table})");
            var mended = await LinesAsync(RecomputeVerb.EverybodyAsync(installation.App));
            Assert.Equal(modules.Order(StringComparer.Ordinal), mended.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal));
            Assert.StartsWith($"{ModuleOf(table)}: 1 people", Assert.Single(Differing(mended)), StringComparison.Ordinal);
            Assert.Equal(was, await RowsAsync(table));
        }

        Assert.Empty(Differing(await LinesAsync(RecomputeVerb.EverybodyAsync(installation.App))));
    }

    /// <summary>Something of every module that computes, in two voices.</summary>
    private async Task<Guid> TellAsync()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40)]).AnswersAsync(HttpStatusCode.Created);
        await practitioner.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 80)]).AnswersAsync(HttpStatusCode.Created);
        await own.NotedAsync(person.ServiceUserId, Mapped.Named(Guid.CreateVersion7(), "Quelqu’un d’inventé", 3));
        var goal = await own.GoalAsync(person.ServiceUserId, "Un", adopted: true);
        var noted = new { levels = new[] { "a", "b", "c", "d", "e" }, at = Planned.Now.AddMinutes(-9) };
        await own.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{goal}/levels/{Guid.CreateVersion7()}"), noted).AnswersAsync(HttpStatusCode.OK);
        await own.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{goal}/ratings/{Guid.CreateVersion7()}"), new { level = 1, at = Planned.Now.AddMinutes(-8) }).AnswersAsync(HttpStatusCode.OK);
        return person.ServiceUserId;
    }

    /// <summary>Tables whose rows say when they were computed.</summary>
    private async Task<IReadOnlyList<string>> ComputedAsync() =>
        (await installation.OneAsync<string[]>("SELECT array_agg((table_schema || '.' || table_name)::text ORDER BY table_schema, table_name) FROM information_schema.columns WHERE column_name = 'computed_at'"))!;

    private async Task<IEnumerable<string>> EmptyAsync(IReadOnlyList<string> tables)
    {
        List<string> empty = [];
        foreach (var table in tables)
        {
            if (await installation.CountAsync($"SELECT count(*) FROM {table}") == 0)
            {
                empty.Add($"{table} is empty here: let {nameof(TellAsync)} tell what fills it");
            }
        }

        return empty;
    }

    /// <summary>A whole number that the table keeps.</summary>
    private Task<string> FigureAsync(string table) => installation.OneAsync<string>($"""
        SELECT column_name::text FROM information_schema.columns
        WHERE table_schema || '.' || table_name = '{table}' AND data_type IN ('bigint', 'integer', 'smallint') ORDER BY column_name <> 'inputs', ordinal_position DESC LIMIT 1
        """);

    private Task<string> RowsAsync(string table) =>
        installation.OneAsync<string>($"SELECT string_agg((to_jsonb(held) - 'computed_at')::text, E'\\n' ORDER BY (to_jsonb(held) - 'computed_at')::text) FROM {table} held");

    private static string ModuleOf(string table) => table.Split('.')[0].Replace('_', '-');

    private static string[] Differing(IEnumerable<string> lines) => [.. lines.Where(line => !line.EndsWith(" 0 rows differed.", StringComparison.Ordinal))];

    private static async Task<List<string>> LinesAsync(IAsyncEnumerable<string> lines)
    {
        List<string> all = [];
        await foreach (var line in lines)
        {
            all.Add(line);
        }

        return all;
    }
}
