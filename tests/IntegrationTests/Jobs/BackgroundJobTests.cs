using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Jobs;

public sealed class BackgroundJobTests(JobsInstallation installation) : IClassFixture<JobsInstallation>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private const int MoreThanANodeRunsAtOnce = 12;

    private IBackgroundJobs Jobs => installation.App.Services.GetRequiredService<IBackgroundJobs>();

    [Fact]
    public async Task An_event_in_an_outbox_is_handed_to_its_consumer_once_and_leaves_the_outbox()
    {
        using var heard = new Heard();
        var happened = await installation.HappenAsync("Noted");

        await Eventually.HappensAsync(() => installation.Probe.Count(happened) == 1, Soon);

        await Eventually.HappensAsync(async () => await Jobs.CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, Soon);
        Assert.Equal(1, installation.Probe.Count(happened));
        Assert.Contains(1, heard.Of("barometre.jobs.done", "work", "test.note"));
        Assert.All(heard.Of("barometre.outbox.lag", "event", "Noted"), lag => Assert.InRange(lag, 0, Soon.TotalSeconds));
        Assert.NotEmpty(heard.Of("barometre.outbox.lag", "event", "Noted"));
        Assert.Equal(["work"], heard.Tags);
    }

    [Fact]
    public async Task Events_of_one_person_that_wait_together_become_one_job()
    {
        var person = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO participation.outbox SELECT '{person}', ('018f0000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'Noted', '{"{}"}' FROM generate_series(1, 50) i
            """);
        var last = Guid.Parse("018f0000-0000-7000-8000-000000000032");

        await Eventually.HappensAsync(() => installation.Probe.Count(last) == 1, Soon);

        Assert.DoesNotContain(installation.Probe.Runs, run => run.Event == Guid.Parse("018f0000-0000-7000-8000-000000000001"));
    }

    [Fact]
    public async Task An_event_that_nobody_consumes_any_more_is_left_to_nodes_that_know_it()
    {
        var person = Guid.CreateVersion7();
        await installation.HappenAsync("OfANewerVersion", person);
        var after = await installation.HappenAsync("Noted");

        await Eventually.HappensAsync(() => installation.Probe.Count(after) == 1, Soon);

        await using var command = installation.Owner.CreateCommand($"DELETE FROM participation.outbox WHERE service_user_id = '{person}'");
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task A_failing_job_is_tried_again_then_parked_without_words_and_done_when_asked_for_again()
    {
        using var heard = new Heard();
        installation.Probe.Failing = true;
        var person = Guid.CreateVersion7();
        var happened = await installation.HappenAsync("Failed", person);

        await Eventually.HappensAsync(async () => await ParkedAsync(happened) is not null, Soon);
        var parked = await ParkedAsync(happened);
        Assert.Equal((person, 3, "System.IO.InvalidDataException"), (parked!.PersonId, parked.Attempts, parked.ErrorType));
        Assert.Equal(3, installation.Probe.Count(happened));
        Assert.Equal([1, 1], heard.Of("barometre.jobs.failed", "work", "test.fail"));
        Assert.Equal([1], heard.Of("barometre.jobs.parked", "work", "test.fail"));

        installation.Probe.Failing = false;
        Assert.Equal(1, await Jobs.RetryAsync(parked.Id, CancellationToken.None));
        await Eventually.HappensAsync(() => installation.Probe.Count(happened) == 4, Soon);
        Assert.Null(await ParkedAsync(happened));
        Assert.Equal(0, await Jobs.RetryAsync(parked.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Two_nodes_on_one_database_share_the_work_and_do_each_job_once()
    {
        await using var second = installation.Node();
        await second.StartAsync();
        List<Guid> happened = [];
        for (var i = 0; i < 150; i++)
        {
            happened.Add(await installation.HappenAsync("Noted"));
        }

        await Eventually.HappensAsync(() => happened.TrueForAll(id => installation.Probe.Count(id) > 0), TimeSpan.FromSeconds(30));

        var runs = installation.Probe.Runs.Where(run => happened.Contains(run.Event)).ToList();
        Assert.Equal(150, runs.Count);
        Assert.Equal(2, runs.Select(run => run.Node).Distinct().Count());
        await second.StopAsync();
    }

    [Fact]
    public async Task Work_that_waited_for_minutes_is_done_as_soon_as_a_node_has_room()
    {
        var gate = new TaskCompletionSource();
        installation.Probe.Gate = gate.Task;
        List<Guid> happened = [];
        for (var i = 0; i < MoreThanANodeRunsAtOnce; i++)
        {
            happened.Add(await installation.HappenAsync("Noted"));
        }

        await Eventually.HappensAsync(async () => await Jobs.CountAsync(CancellationToken.None) is { Outbox: 0, Running: > 1 }, Soon);
        // Quartz keeps times in ticks: these jobs were due five minutes ago.
        await installation.ExecuteAsync($"UPDATE jobs.qrtz_triggers SET next_fire_time = next_fire_time - {TimeSpan.FromMinutes(5).Ticks} WHERE trigger_state = 'WAITING' AND trigger_type <> 'CRON'");
        gate.SetResult();

        await Eventually.HappensAsync(() => happened.TrueForAll(id => installation.Probe.Count(id) == 1), Soon);
    }

    [Fact]
    public async Task An_administrator_sees_the_jobs_and_nobody_else_does()
    {
        var administrator = await installation.RoleAsync(Role.Administrator, null, strong: true);
        var practitioner = await installation.RoleAsync(Role.Practitioner, await installation.ProjectAsync());
        var jobs = new Uri("/api/v1/operations/jobs", UriKind.Relative);

        var seen = await administrator.Client(installation).GetFromJsonAsync<JsonElement>(jobs);
        var refused = await practitioner.Client(installation).GetAsync(jobs);

        Assert.Equal(JsonValueKind.Number, seen.GetProperty("counts").GetProperty("parked").ValueKind);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<ParkedJob?> ParkedAsync(Guid happened) =>
        (await Jobs.ParkedAsync(1000, CancellationToken.None)).SingleOrDefault(job => job.EventId == happened);
}
