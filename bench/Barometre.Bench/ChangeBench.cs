using System.Diagnostics;
using System.Globalization;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Application.Shared;
using Barometre.Infrastructure.QualityOfLife.Import;
using Barometre.IntegrationTests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.Bench;

/// <summary>3 and 4. What recomputing costs: one person among few and among many, a long series, and everybody at night against merely streaming the rows.</summary>
internal static class ChangeBench
{
    private const int Everybody = 2046;
    private const int Assessments = 12;

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        // Two installations that differ by how many people they hold.
        var small = new QuietInstallation();
        await small.InitializeAsync();
        var few = await Population.AddAsync(small, await small.ProjectAsync(), people: 10, Assessments);
        var many = await Population.AddAsync(installation, await installation.ProjectAsync(), Everybody, Assessments);
        var all = await installation.CountAsync("SELECT count(*) FROM quality_of_life.answer");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {all:n0} ratings of {Everybody} people"));

        var first = Stopwatch.StartNew();
        var report = await SendAsync(installation, new RecomputeAllCommand());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  first full recomputation, every row new: {first.Elapsed.TotalSeconds:0.0} s, {report.Series:n0} series, {report.Differing:n0} rows written"));
        await installation.ExecuteAsync("ANALYZE");
        var nightly = await Pairs.MeasureAsync("4. full recomputation ÷ streaming the same rows", "s", 6, false, 5, () => NightAsync(installation), () => StreamAsync(installation));
        var one = await Pairs.MeasureAsync(
            $"3a. one person's indicators among {Everybody} people ÷ among 10", "ms", 1.25, false, 7, () => OnePersonAsync(installation, many), () => OnePersonAsync(small, few));
        await small.DisposeAsync();
        return [one, await LongSeriesAsync(installation), nightly];
    }

    private static async Task<double> NightAsync(Installation installation)
    {
        var started = Stopwatch.GetTimestamp();
        var report = await SendAsync(installation, new RecomputeAllCommand());
        if (report.Differing != 0)
        {
            throw new InvalidOperationException($"{report.Differing} rows differed from what was computed before.");
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> StreamAsync(Installation installation)
    {
        var started = Stopwatch.GetTimestamp();
        await using var command = installation.Owner.CreateCommand("""
            SELECT service_user_id, theme, perspective, at, rating, sequence FROM quality_of_life.answer
             WHERE superseded_at IS NULL AND kind = 'rating' ORDER BY service_user_id, theme, at, sequence
            """);
        command.CommandTimeout = 0;
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        long sum = 0;
        while (await reader.ReadAsync())
        {
            sum += reader.GetGuid(0).GetHashCode() ^ reader.GetString(1).Length ^ reader.GetString(2).Length ^ reader.GetDateTime(3).Ticks ^ reader.GetInt16(4) ^ reader.GetInt64(5);
        }

        return sum == 0 ? throw new InvalidOperationException("Nothing was streamed.") : Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The median time, in milliseconds, to recompute all that one person has, ten people in turn.</summary>
    private static async Task<double> OnePersonAsync(Installation installation, IReadOnlyList<Guid> people)
    {
        List<double> times = [];
        foreach (var person in people.Take(10))
        {
            await SendAsync(installation, new RecomputeChangeCommand(person, null));
            var started = Stopwatch.GetTimestamp();
            await SendAsync(installation, new RecomputeChangeCommand(person, null));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>CPU time of the whole process for 17 themes of about 1,476 ratings; the goal is a second, so the floor is one second.</summary>
    private static async Task<Pairs.Result> LongSeriesAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "Demonstration", "real-self-ratings");
        var mapping = SelfRatingsMapping.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "mapping.json")));
        using var text = new StreamReader(Path.Combine(folder, "ESMdata.csv"));
        await SendAsync(installation, new ImportSelfRatingsCommand(person.ServiceUserId, mapping.Instrument, new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None), false, null));
        return await Pairs.MeasureAsync("3b. CPU of 17 themes × 1,476 ratings ÷ 1 s", "s", 1, 5, CpuAsync, 1);

        async Task<double> CpuAsync()
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            await SendAsync(installation, new RecomputeChangeCommand(person.ServiceUserId, null));
            process.Refresh();
            return (process.TotalProcessorTime - before).TotalSeconds;
        }
    }

    private static async Task<T> SendAsync<T>(Installation installation, IRequest<T> request)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
