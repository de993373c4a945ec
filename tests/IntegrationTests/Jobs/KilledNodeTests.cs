using System.Diagnostics;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.QualityOfLife;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>A node in a process of its own, killed amid its work.</summary>
public sealed class KilledNodeTests(KilledNodeTests.OneNode installation) : IClassFixture<KilledNodeTests.OneNode>
{
    private static readonly DateTimeOffset At = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_killed_nodes_work_is_taken_over_within_seconds()
    {
        var person = (await installation.PersonAsync()).ServiceUserId;
        await installation.AnswerAsync(person, "health.mental", 40, At);
        using var node = Start();
        await Eventually.HappensAsync(async () => await installation.CountAsync("SELECT count(*) FROM jobs.qrtz_scheduler_state") == 1, TimeSpan.FromSeconds(60));

        // The job waits for the person's lock in the middle of its work: that is when the process is killed.
        await using var holding = await installation.Owner.OpenConnectionAsync();
        await ExecuteAsync(holding, $"SELECT pg_advisory_lock(5517041, hashtext('{person}'))");
        await installation.ExecuteAsync($$"""
            INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload)
                VALUES ('{{person}}', '{{Guid.CreateVersion7()}}', '{{nameof(AnswersRecorded)}}', '{"ServiceUserId":"{{person}}","Perspective":0,"Themes":["health.mental"]}');
            """);
        await Eventually.HappensAsync(
            async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Running: 1 }, TimeSpan.FromSeconds(20));
        node.Kill();
        await node.WaitForExitAsync();
        await ExecuteAsync(holding, $"SELECT pg_advisory_unlock(5517041, hashtext('{person}'))");
        Assert.Equal(0, await installation.CountAsync("SELECT count(*) FROM quality_of_life.theme_change"));

        using var other = Start();
        await Eventually.HappensAsync(async () => await installation.CountAsync("SELECT count(*) FROM quality_of_life.theme_change") == 1, TimeSpan.FromSeconds(60));

        other.Kill();
        await other.WaitForExitAsync();
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Host).Assembly.Location);
        start.ArgumentList.Add("serve");
        foreach (var (name, value) in installation.Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["BAROMETRE_URLS"] = "http://127.0.0.1:0";
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An installation whose own process runs no jobs.</summary>
    public sealed class OneNode : Installation
    {
        protected override void Configure(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Configuration["BAROMETRE_JOBS"] = "false";
    }
}
