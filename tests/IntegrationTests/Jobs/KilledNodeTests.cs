using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.QualityOfLife;
using Barometre.IntegrationTests.Kill;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Jobs;

/// <summary>Nodes in processes of their own, killed amid their work, with the settings that an operator who sets nothing has.</summary>
public sealed class KilledNodeTests(KilledNodeTests.NoNode installation) : IClassFixture<KilledNodeTests.NoNode>
{
    private static readonly DateTimeOffset At = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    // A node is missed after 5 seconds; the rest is room for a slow machine.
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(25);

    [Fact]
    public async Task A_killed_nodes_work_is_taken_over_by_a_node_that_starts_later()
    {
        await using var held = await HeldAsync(people: 1);
        using var node = new ServedProcess(installation.Settings);
        await node.StartAsync();
        await held.HappenAsync();
        await Eventually.HappensAsync(async () => await Jobs.CountAsync(CancellationToken.None) is { Outbox: 0, Running: 1 }, TakenOver);

        await node.KillAsync();
        await held.ReleaseAsync();
        Assert.Equal(0, await held.ComputedAsync());

        using var other = new ServedProcess(installation.Settings);
        await other.StartAsync();
        await Eventually.HappensAsync(async () => await held.ComputedAsync() == 1, TakenOver);
    }

    [Fact]
    public async Task A_killed_nodes_work_is_taken_over_by_a_node_that_was_running_and_none_of_it_is_lost_or_counted_as_failed()
    {
        const int People = 24;
        using var killed = new ServedProcess(installation.Settings);
        await killed.StartAsync();
        var first = await NodesAsync();
        using var running = new ServedProcess(installation.Settings);
        await running.StartAsync();
        await Eventually.HappensAsync(async () => (await NodesAsync()).Except(first).Count() == 1, TakenOver);
        await using var held = await HeldAsync(People);
        await held.HappenAsync();
        // Both are in the middle of some of the jobs, which wait for their people's locks; the others are nobody's yet.
        await Eventually.HappensAsync(async () => (await AtWorkAsync()).Count == 2, TakenOver);

        Assert.Equal(1, await installation.JobsOfAsync(held.People[^1]));

        await killed.KillAsync();
        // Work that began minutes ago is not put off as something that was missed.
        await installation.ExecuteAsync($"UPDATE jobs.qrtz_fired_triggers SET sched_time = sched_time - {TimeSpan.FromMinutes(5).Ticks}, fired_time = fired_time - {TimeSpan.FromMinutes(5).Ticks}");
        await held.ReleaseAsync();

        await Eventually.HappensAsync(async () => await Jobs.CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TakenOver);
        Assert.Equal(People, await held.ComputedAsync());
        Assert.Equal(0, (await installation.SendAsync(new RecomputeAllCommand())).Differing);
        Findings.None(running.FailedAttempts);
        Assert.Empty(await Jobs.ParkedAsync(1, CancellationToken.None));
    }

    [Fact]
    public async Task A_node_killed_between_handing_an_event_over_and_marking_it_done_leaves_it_to_be_handed_over_once()
    {
        await using var held = await HeldAsync(people: 1);
        using var node = new ServedProcess(installation.Settings);
        await node.StartAsync();
        // Whoever makes a job takes this lock of Quartz's: the relay has taken the event out of the outbox by then, and has not committed.
        await using var handing = await installation.Owner.OpenConnectionAsync();
        await ExecuteAsync(handing, "BEGIN; SELECT 1 FROM jobs.qrtz_locks WHERE lock_name = 'TRIGGER_ACCESS' FOR UPDATE");
        await held.HappenAsync();
        await Eventually.HappensAsync(async () => await TakenAsync(held.People[0]), TakenOver);

        await node.KillAsync();
        await ExecuteAsync(handing, "ROLLBACK");
        await Eventually.HappensAsync(async () => !await TakenAsync(held.People[0]), TakenOver);
        Assert.Equal(1, await installation.CountAsync($"SELECT count(*) FROM quality_of_life.outbox WHERE service_user_id = '{held.People[0]}'"));

        await held.ReleaseAsync();
        using var other = new ServedProcess(installation.Settings);
        await other.StartAsync();
        await Eventually.HappensAsync(async () => await held.ComputedAsync() == 1, TakenOver);
        await Eventually.HappensAsync(async () => await Jobs.CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TakenOver);
    }

    private IBackgroundJobs Jobs => installation.App.Services.GetRequiredService<IBackgroundJobs>();

    /// <summary>People with a rating each, whose indicators nobody can compute before they are released.</summary>
    private async Task<HeldPeople> HeldAsync(int people)
    {
        List<Guid> made = [];
        for (var i = 0; i < people; i++)
        {
            made.Add((await installation.PersonAsync()).ServiceUserId);
            await installation.AnswerAsync(made[^1], "health.mental", 40, At);
        }

        var holding = await installation.Owner.OpenConnectionAsync();
        await ExecuteAsync(holding, string.Concat(made.Select(person => $"SELECT pg_advisory_lock(5517041, hashtext('{person}'));")));
        return new HeldPeople(installation, holding, made);
    }

    private Task<IReadOnlyList<string>> NodesAsync() => NamesAsync("SELECT instance_name FROM jobs.qrtz_scheduler_state");

    private Task<IReadOnlyList<string>> AtWorkAsync() => NamesAsync("SELECT DISTINCT instance_name FROM jobs.qrtz_fired_triggers WHERE state = 'EXECUTING'");

    private async Task<IReadOnlyList<string>> NamesAsync(string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>Whether somebody has the person's event in hand: the row is there for everybody else, and locked.</summary>
    private async Task<bool> TakenAsync(Guid person) => await installation.CountAsync(
        $"SELECT count(*) FROM (SELECT 1 FROM quality_of_life.outbox WHERE service_user_id = '{person}' FOR UPDATE SKIP LOCKED) free") == 0;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class HeldPeople(Installation installation, NpgsqlConnection holding, IReadOnlyList<Guid> people) : IAsyncDisposable
    {
        public IReadOnlyList<Guid> People => people;

        /// <summary>As the command that kept their ratings would have it.</summary>
        public Task HappenAsync() => installation.ExecuteAsync(string.Concat(people.Select(person => $$"""
            INSERT INTO quality_of_life.outbox (service_user_id, id, event, payload)
                VALUES ('{{person}}', '{{Guid.CreateVersion7()}}', '{{nameof(AnswersRecorded)}}', '{"ServiceUserId":"{{person}}","Perspective":0,"Themes":["health.mental"]}');
            """)));

        public Task ReleaseAsync() => ExecuteAsync(holding, "SELECT pg_advisory_unlock_all()");

        public Task<long> ComputedAsync() => installation.CountAsync(
            $"SELECT count(*) FROM quality_of_life.theme_change WHERE service_user_id = ANY (ARRAY[{string.Join(',', people.Select(person => $"'{person}'::uuid"))}])");

        public ValueTask DisposeAsync() => holding.DisposeAsync();
    }

    /// <summary>An installation whose own process runs no jobs.</summary>
    public sealed class NoNode : Installation
    {
        protected override void Configure(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Configuration["BAROMETRE_JOBS"] = "false";
    }
}
