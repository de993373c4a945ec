using Barometre.Application.Shared.Jobs;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>This process as one node of the cluster that runs the jobs: joins it when the host starts, leaves it in good order when the host stops.</summary>
internal sealed class JobNode(ISchedulerFactory factory, WorkRegistry works) : IHostedService
{
    private const string Group = "work";
    private IScheduler? _scheduler;

    public IScheduler Scheduler => _scheduler ?? throw new InvalidOperationException("The jobs of this node have not started.");

    public static JobKey KeyOf(BackgroundWork work) => new(work.Name, Group);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var work in works.All)
        {
            // One lasting job per kind of work; what there is to do are its triggers.
            var job = JobBuilder.Create<CommandJob>().WithIdentity(KeyOf(work)).StoreDurably().RequestRecovery().Build();
            await _scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
            if (work is ScheduledWork scheduled)
            {
                await ScheduleAsync(scheduled, cancellationToken);
            }
        }

        await _scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    // A schedule that stands is left alone: replacing it would forget a run that was missed while no node was up.
    private async Task ScheduleAsync(ScheduledWork work, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(work.Name, "schedule");
        if (await Scheduler.GetTrigger(key, cancellationToken) is ICronTrigger standing && standing.CronExpressionString == work.Cron)
        {
            return;
        }

        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(KeyOf(work))
            .WithSchedule(CronScheduleBuilder.Create(work.Cron).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        await Scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
