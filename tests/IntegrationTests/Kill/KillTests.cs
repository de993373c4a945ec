using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.Shared.Jobs;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Kill;

/// <summary>The host, killed twenty times amid writes: what it said it kept is there, once, and the indicators tell of it.</summary>
public sealed class KillTests(KillTests.Observer installation) : IClassFixture<KillTests.Observer>
{
    private const int Kills = 20;
    private const int Writers = 4;

    // A killed node is missed after 5 seconds; the rest is room for a slow machine.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

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
        Assert.Equal(0, (await installation.SendAsync(new RecomputeAllCommand())).Differing);
        Assert.Equal(Writers * Writer.Themes.Length, await installation.CountAsync("SELECT count(*) FROM quality_of_life.theme_change"));
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

    /// <summary>Every acknowledged assessment with its answers to the letter; nothing in part, nothing twice, nothing that nobody sent.</summary>
    private async Task<IEnumerable<string>> FaultsAsync(IReadOnlyList<Writer> writers)
    {
        var sent = writers.SelectMany(writer => writer.All).ToDictionary(one => one.Id);
        Dictionary<Guid, List<(Guid Id, string Theme, int Rating)>> kept = [];
        await using var command = installation.Owner.CreateCommand("""
            SELECT m.id, a.id, a.theme, a.rating FROM quality_of_life.assessment m LEFT JOIN quality_of_life.answer a ON a.service_user_id = m.service_user_id AND a.assessment_id = m.id
            """);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var answers = kept.TryGetValue(reader.GetGuid(0), out var known) ? known : kept[reader.GetGuid(0)] = [];
                answers.Add(reader.IsDBNull(1) ? (Guid.Empty, "", -1) : (reader.GetGuid(1), reader.GetString(2), reader.GetInt16(3)));
            }
        }

        return writers.SelectMany(writer => writer.Acknowledged).Where(one => !kept.ContainsKey(one.Id)).Select(one => $"{one.Id} was acknowledged and is lost")
            .Concat(kept.Keys.Where(id => !sent.ContainsKey(id)).Select(id => $"{id} was never sent"))
            .Concat(kept.Where(one => sent.ContainsKey(one.Key) && !one.Value.OrderBy(answer => answer.Id).SequenceEqual(sent[one.Key].Answers.OrderBy(answer => answer.Id)))
                .Select(one => $"{one.Key} holds {one.Value.Count} answers that are not those sent"));
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
