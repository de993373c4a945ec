using System.Diagnostics;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Application.Shared.Pipeline;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Every job there is: opens a scope, says that the installation asks, and sends the command of its work.</summary>
internal sealed class CommandJob(IServiceScopeFactory scopes, WorkRegistry works, ParkedJobs parked, JobSettings settings, ILogger<CommandJob> logger) : IJob
{
    /// <summary>Keys of the job data that are not the work's own.</summary>
    public const string EventKey = "event";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var work = context.JobDetail.Key.Name;
        var data = context.MergedJobDataMap.Where(pair => pair.Value is string).ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        using var activity = Telemetry.Source.StartActivity($"job {work}", ActivityKind.Consumer);
        activity?.SetTag("attempt", context.RetryAttempt + 1);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            await works.Named(work).SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), data, cancellationToken);
            JobTelemetry.Done.Add(1, JobTelemetry.Work(work));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            await FailAsync(work, data, context.RetryAttempt + 1, failure, cancellationToken);
        }
    }

    private async Task FailAsync(string work, Dictionary<string, string> data, int attempt, Exception failure, CancellationToken cancellationToken)
    {
        var type = failure.GetType().FullName ?? failure.GetType().Name;
        // The message stays out: it might carry words. A stack trace carries names of methods only.
        logger.LogWarning("Attempt {Attempt} of {Work} for event {EventId} failed with {ErrorType}.{NewLine}{StackTrace}",
            attempt, work, data.GetValueOrDefault(EventKey), type, Environment.NewLine, failure.StackTrace);
        if (attempt <= settings.Pauses.Count)
        {
            JobTelemetry.Failed.Add(1, JobTelemetry.Work(work));
            throw new JobExecutionException(type);
        }

        await parked.ParkAsync(work, data, attempt, type, cancellationToken);
        JobTelemetry.Parked.Add(1, JobTelemetry.Work(work));
    }
}

/// <summary>Every kind of work that the modules registered, by name and by event.</summary>
internal sealed class WorkRegistry(IEnumerable<BackgroundWork> works)
{
    private readonly Dictionary<string, BackgroundWork> _named = works.ToDictionary(work => work.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<BackgroundWork> All => _named.Values;

    public BackgroundWork Named(string name) => _named[name];

    public IEnumerable<EventConsumer> ConsumersOf(string happened) => _named.Values.OfType<EventConsumer>().Where(consumer => consumer.Event == happened);
}
