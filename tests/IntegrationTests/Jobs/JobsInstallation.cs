using System.Collections.Concurrent;
using Barometre.Application.Shared.Jobs;
using Barometre.IntegrationTests.QualityOfLife;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>An installation whose nodes know kinds of work made for the tests, and wait shortly between attempts.</summary>
public sealed class JobsInstallation : Installation
{
    internal Probe Probe { get; } = new();

    /// <summary>Puts an event of the tests into an outbox, as a committed command does.</summary>
    internal async Task<Guid> HappenAsync(string happened, Guid? person = null, string payload = "{}")
    {
        var id = Guid.CreateVersion7();
        await using var command = Owner.CreateCommand("INSERT INTO participation.outbox (service_user_id, id, event, payload) VALUES ($1, $2, $3, $4::jsonb)");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person ?? Guid.CreateVersion7() });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = happened });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = payload });
        await command.ExecuteNonQueryAsync();
        return id;
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["BAROMETRE_JOBS_PAUSES"] = "00:00:00.2,00:00:00.4" });
        var node = Guid.CreateVersion7();
        builder.Services.AddSingleton<BackgroundWork>(new ProbedWork("test.note", "Noted", node, Probe));
        builder.Services.AddSingleton<BackgroundWork>(new ProbedWork("test.fail", "Failed", node, Probe) { Failing = () => Probe.Failing });
    }
}

/// <summary>What the tests' jobs did, on all nodes of this process.</summary>
internal sealed class Probe
{
    public ConcurrentQueue<(Guid Node, string Work, Guid Event)> Runs { get; } = [];

    public bool Failing { get; set; } = true;

    /// <summary>What jobs wait for in the middle of their work.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Count(Guid happened) => Runs.Count(run => run.Event == happened);
}

/// <summary>Work that takes note of each time it runs, and fails when told to.</summary>
internal sealed record ProbedWork(string Name, string Event, Guid Node, Probe Probe) : EventConsumer(Name, Event)
{
    public Func<bool> Failing { get; init; } = () => false;

    public override IReadOnlyDictionary<string, string> DataOf(IReadOnlyList<string> payloads) => new Dictionary<string, string> { ["count"] = $"{payloads.Count}" };

    public override async Task SendAsync(IMediator mediator, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken)
    {
        Probe.Runs.Enqueue((Node, Name, Guid.Parse(data["event"])));
        await Probe.Gate.WaitAsync(cancellationToken);
        await Task.Delay(50, cancellationToken);
        if (Failing())
        {
            throw new InvalidDataException("Zéphyr l’Inventé a dit quelque chose.");
        }
    }
}

/// <summary>Looks at one person's jobs, whatever else an installation that tests share is busy with.</summary>
internal static class JobsOfPerson
{
    /// <summary>The person's jobs that wait or run.</summary>
    public static Task<long> JobsOfAsync(this Installation installation, Guid person) =>
        installation.CountAsync($"SELECT count(*) FROM jobs.qrtz_triggers WHERE position('{person}' IN encode(job_data, 'escape')) > 0");
}

/// <summary>Waits for what happens by itself.</summary>
internal static class Eventually
{
    public static async Task<TimeSpan> HappensAsync(Func<Task<bool>> condition, TimeSpan within)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < within, $"It did not happen within {within}.");
            await Task.Delay(20);
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    public static Task<TimeSpan> HappensAsync(Func<bool> condition, TimeSpan within) => HappensAsync(() => Task.FromResult(condition()), within);
}
