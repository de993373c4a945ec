using System.Globalization;
using System.Text.Json;
using Barometre.Application.Shared.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Hands committed events over to the jobs that consume them. Taking the row and making the job is one transaction: neither is ever without the other.</summary>
/// <remarks>Runs on every node that runs jobs; events of one person that wait together become one job.</remarks>
internal sealed class OutboxRelay(
    Databases databases, OutboxReader outboxes, OutboxSignal signal, WorkRegistry works, JobNode node, ParkedJobs parked, TimeProvider time, ILogger<OutboxRelay> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RelayAsync(stoppingToken))
                {
                    await signal.WaitAsync(JobSettings.RelayPause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever fails, the rows are still there and are tried again: the relay must outlive it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                logger.LogWarning("The outbox relay failed with {ErrorType} and goes on.{NewLine}{StackTrace}", failure.GetType().FullName, Environment.NewLine, failure.StackTrace);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Hands over one batch; false when nothing waited.</summary>
    internal async Task<bool> RelayAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.Worker.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var taken = await outboxes.TakeAsync(transaction, cancellationToken);
        if (taken.IsEmpty)
        {
            return false;
        }

        using (node.Scheduler.EnlistTransaction(transaction))
        {
            foreach (var job in taken.Again)
            {
                await HandOverAsync(works.Named(job.Work), job.Id, job.Data, cancellationToken);
            }

            foreach (var events in taken.Events.GroupBy(happened => (happened.ServiceUserId, happened.Event)))
            {
                await HandOverAsync([.. events], cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        Measure(taken.Events);
        return true;
    }

    private async Task HandOverAsync(List<WaitingEvent> events, CancellationToken cancellationToken)
    {
        events.Sort((left, right) => left.Id.CompareTo(right.Id));
        var last = events[^1];
        foreach (var consumer in works.ConsumersOf(last.Event))
        {
            Dictionary<string, string> data = new()
            {
                [CommandJob.EventKey] = last.Id.ToString(),
                [ParkedJobs.PersonKey] = last.ServiceUserId.ToString(),
            };
            try
            {
                foreach (var (key, value) in consumer.DataOf([.. events.Select(happened => happened.Payload)]))
                {
                    data[key] = value;
                }
            }
            catch (JsonException unreadable)
            {
                // It would be unreadable for ever and hold up all the others.
                await parked.ParkAsync(consumer.Name, data, 1, unreadable.GetType().FullName!, cancellationToken);
                continue;
            }

            await HandOverAsync(consumer, last.Id, data, cancellationToken);
        }
    }

    // Work that waited, in a rush or while no node was up, is not a date that was missed: Quartz would set it aside until it next looks for such, up to a minute.
    private async Task HandOverAsync(BackgroundWork work, Guid id, Dictionary<string, string> data, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder.Create()
            .WithIdentity(id.ToString(), work.Name)
            .ForJob(JobNode.KeyOf(work))
            .UsingJobData(new JobDataMap(data.ToDictionary(pair => pair.Key, object? (pair) => pair.Value)))
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .Build();
        await node.Scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, cancellationToken);
    }

    private void Measure(List<WaitingEvent> events)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var happened in events)
        {
            // The first 48 bits of a version 7 id are its time, in milliseconds.
            var made = long.Parse(happened.Id.ToString("N").AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            JobTelemetry.OutboxLag.Record(Math.Max(0, now - made) / 1000.0, JobTelemetry.Event(happened.Event));
        }
    }
}
