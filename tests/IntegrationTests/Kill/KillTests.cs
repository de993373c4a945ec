using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Schema;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Kill;

/// <summary>The host, killed twenty times amid writes: what it said it kept is there, once, in every module, and the indicators tell of it.</summary>
public sealed class KillTests(KillTests.Observer installation) : IClassFixture<KillTests.Observer>
{
    private const int Kills = 20;
    private const int Writers = 4;

    // A killed node is missed after 5 seconds; the rest is room for a slow machine.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    [Fact]
    public void Every_module_that_holds_facts_is_written_to_while_the_host_is_killed()
    {
        var modules = Declared.Facts.Keys.Where(Declared.Personal.ContainsKey).Select(table => table.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        Findings.None(modules.Except(Writes.All.Select(kind => kind.Module)).Select(module => $"{module} holds facts, and no kind of {nameof(Writes)} writes there"));
    }

    [Fact]
    public async Task Twenty_kills_lose_nothing_double_nothing_and_leave_no_indicator_stale()
    {
        using var host = new ServedProcess(installation.Settings);
        var writers = await WritersAsync(host.Address);
        using var stop = new CancellationTokenSource();
        var random = new Random(20);

        await host.StartAsync();
        var writing = Task.WhenAll(writers.Select(writer => writer.WriteAsync(stop.Token)));
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = writers.Sum(writer => writer.Acknowledged.Count);
            await Eventually.HappensAsync(() => Task.FromResult(writing.IsFaulted || writers.Sum(writer => writer.Acknowledged.Count) > before + 8), TimeSpan.FromSeconds(30));
            await Task.Delay(random.Next(60));
            await host.KillAsync();
            await host.StartAsync();
        }

        await stop.CancelAsync();
        await writing;
        await Task.WhenAll(writers.Select(writer => writer.FinishAsync()));
        await QuietAsync();

        Assert.True(writers.Sum(writer => writer.Unanswered) >= Kills / 2, "The kills fell between writes: nothing was proven.");
        Findings.None(await FaultsAsync(writers));
        Findings.None(host.FailedAttempts.Select(attempt => $"A kill is not the work's failure: {attempt}"));
        Findings.None(await StaleAsync());
        Assert.Equal(Writers * AssessmentWrites.Themes.Length, await installation.CountAsync("SELECT count(*) FROM quality_of_life.theme_change"));
        writers.ForEach(writer => writer.Dispose());
    }

    private async Task<List<Writer>> WritersAsync(Uri address)
    {
        List<Writer> writers = [];
        for (var number = 0; number < Writers; number++)
        {
            var person = await installation.PersonAsync();
            using var client = person.Account.Client(installation);
            writers.Add(new Writer(person.ServiceUserId, client.DefaultRequestHeaders.Authorization!, address, number));
        }

        return writers;
    }

    /// <summary>Of every kind, every acknowledged thing to the letter; nothing in part, nothing twice, nothing that nobody sent.</summary>
    private async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyList<Writer> writers)
    {
        List<string> faults = [];
        foreach (var kind in Writes.All)
        {
            var acknowledged = writers.SelectMany(writer => writer.Acknowledged).Where(one => one.Of == kind).ToList();
            var sent = writers.SelectMany(writer => writer.All).Where(one => one.Of == kind).ToDictionary(one => one.Id);
            var kept = await KeptAsync(kind);
            var name = kind.GetType().Name;
            faults.AddRange(acknowledged.Count < Kills / 2 ? [$"{name}: {acknowledged.Count} acknowledged are too few to prove anything"] : []);
            faults.AddRange(acknowledged.Where(one => !kept.Contains(one.Id)).Select(one => $"{name}: {one.Id} was acknowledged and is lost"));
            faults.AddRange(kept.Where(one => one.Count() > 1).Select(one => $"{name}: {one.Key} is there {one.Count()} times"));
            faults.AddRange(kept.Where(one => !sent.ContainsKey(one.Key)).Select(one => $"{name}: {one.Key} was never sent"));
            faults.AddRange(kept.Where(one => sent.TryGetValue(one.Key, out var its) && its.Content != one.First()).Select(one => $"{name}: {one.Key} is '{one.First()}', not '{sent[one.Key].Content}'"));
        }

        return faults;
    }

    private async Task<ILookup<Guid, string>> KeptAsync(Writes kind)
    {
        List<(Guid Id, string Content)> kept = [];
        await using var command = installation.Owner.CreateCommand(kind.Kept);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            kept.Add((reader.GetGuid(0), reader.IsDBNull(1) ? "" : reader.GetString(1)));
        }

        return kept.ToLookup(one => one.Id, one => one.Content);
    }

    /// <summary>What every module that computes finds to mend, having something of everybody to compute from.</summary>
    private async Task<IReadOnlyList<string>> StaleAsync()
    {
        List<string> stale = [];
        foreach (var module in installation.App.Services.GetServices<BackgroundWork>().OfType<Recomputation>())
        {
            await using var scope = installation.App.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            var found = await module.EverybodyAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), CancellationToken.None);
            stale.AddRange(found is { People: Writers, Differing: 0 } ? [] : [$"{module.Module}: {found}"]);
        }

        return stale;
    }

    private async Task QuietAsync()
    {
        var jobs = installation.App.Services.GetRequiredService<IBackgroundJobs>();
        var since = TimeProvider.System.GetTimestamp();
        while (await jobs.CountAsync(CancellationToken.None) is var counts && counts is not { Outbox: 0, Waiting: 0, Running: 0 })
        {
            if (TimeProvider.System.GetElapsedTime(since) > Rest)
            {
                Assert.Fail($"The jobs did not come to rest: {counts}; {await WaitingAsync()}");
            }

            await Task.Delay(50);
        }

        Assert.Empty(await jobs.ParkedAsync(1, CancellationToken.None));
    }

    private async Task<string> WaitingAsync()
    {
        await using var command = installation.Owner.CreateCommand("""
            SELECT string_agg(concat_ws(' ', trigger_group, trigger_name, trigger_state, 'misfire', misfire_instr, 'next', next_fire_time, 'start', start_time, t), E'\n') FROM jobs.qrtz_triggers t WHERE trigger_type <> 'CRON'
            """);
        return $"{await command.ExecuteScalarAsync()} at {TimeProvider.System.GetUtcNow().Ticks}";
    }

    /// <summary>Arranges and looks; its own process answers nobody and runs no jobs.</summary>
    public sealed class Observer : Installation
    {
        protected override void Configure(WebApplicationBuilder builder) => builder.Configuration["BAROMETRE_JOBS"] = "false";
    }
}
