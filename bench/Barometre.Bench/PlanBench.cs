using System.Diagnostics;
using System.Net.Http.Json;
using Barometre.Application.AccomplishmentPlan.Figures;
using Barometre.Application.Shared;
using Barometre.Infrastructure.AccomplishmentPlan.Prints;
using Barometre.IntegrationTests;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.AccomplishmentPlan.Prints;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Bench;

/// <summary>9. The night's recomputation of 2,000 people's plan figures, nothing differing, against streaming the rows that they are made of; and the PDF of a full plan.</summary>
internal static class PlanBench
{
    private const int People = 2000;
    private const int Prints = 20;

    private static readonly string[] Tables =
        ["plan", "goal", "goal_wording", "goal_step", "level_wording", "level_rating", "action", "action_wording", "action_step", "carrying_fact"];

    private static readonly string[] Levels = ["a", "b", "c", "d", "e"];

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        using var client = person.Account.Client(installation);
        await FillAsync(client, person.ServiceUserId);
        await installation.ExecuteAsync($"""
            CREATE TABLE public.bench_planner AS SELECT gen_random_uuid() AS id FROM generate_series(2, {People});
            {string.Concat(Tables.Select(table => $"""
                INSERT INTO accomplishment_plan.{table}
                  SELECT (jsonb_populate_record(s, jsonb_build_object('service_user_id', p.id))).* FROM accomplishment_plan.{table} s, public.bench_planner p WHERE s.service_user_id = '{person.ServiceUserId}';
                ANALYZE accomplishment_plan.{table};
                """))}
            """);
        var started = Stopwatch.GetTimestamp();
        var first = await SendAsync(installation);
        Console.WriteLine($"  the first, which writes {first.Differing:n0} rows for {first.People:n0} people, took {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
        return
        [
            await Pairs.MeasureAsync("9a. night's figures of 2,000 plans ÷ streaming the same rows", "s", 6, false, 5, () => AgainAsync(installation), () => StreamAsync(installation)),
            await Pairs.MeasureAsync("9b. CPU of the PDF of a full plan ÷ 2 s", "s", 1, 5, PrintAsync, 2),
        ];
    }

    private static Task<double> PrintAsync()
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Prints; i++)
        {
            new PdfPrintMaker(TimeProvider.System).Make(Sample.Full());
        }

        process.Refresh();
        return Task.FromResult((process.TotalProcessorTime - before).TotalSeconds / Prints);
    }

    private static async Task FillAsync(HttpClient client, Guid person)
    {
        for (var i = 0; i < 3; i++)
        {
            var goal = await client.GoalAsync(person, $"Un objectif inventé, le numéro {i}", adopted: true);
            (await client.PutAsJsonAsync(Planned.Path(person, $"goals/{goal}/levels/{Guid.CreateVersion7()}"), new { levels = Levels, at = Planned.Now.AddMinutes(-9) })).EnsureSuccessStatusCode();
            (await client.PutAsJsonAsync(Planned.Path(person, $"goals/{goal}/ratings/{Guid.CreateVersion7()}"), new { level = i - 1, at = Planned.Now.AddMinutes(-8) })).EnsureSuccessStatusCode();
            for (var j = 0; j < 4; j++)
            {
                await client.ActionAsync(person, goal, $"Une démarche inventée, la numéro {j}", Planned.Person());
            }
        }
    }

    private static async Task<double> AgainAsync(Installation installation)
    {
        var started = Stopwatch.GetTimestamp();
        var report = await SendAsync(installation);
        return report is { People: People, Differing: 0 } ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException($"{report}");
    }

    private static async Task<PlansReport> SendAsync(Installation installation)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputeAllPlansCommand());
    }

    private static async Task<double> StreamAsync(Installation installation)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var table in Tables)
        {
            await using var command = installation.Owner.CreateCommand($"SELECT * FROM accomplishment_plan.{table} ORDER BY service_user_id");
            await using var reader = await command.ExecuteReaderAsync();
            var row = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(row);
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
