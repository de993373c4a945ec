using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;

namespace Barometre.Application.Shared.Pipeline;

/// <summary>Names under which traces and metrics of the application appear.</summary>
public static class Telemetry
{
    public const string SourceName = "Barometre";

    public static readonly ActivitySource Source = new(SourceName);

    public static readonly Meter Meter = new(SourceName);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("barometre.use_case.duration", "s", "Time a use case took.");

    internal static readonly Counter<long> Repeats = Meter.CreateCounter<long>("barometre.use_case.repeats", null, "Commands begun again because the database undid them.");
}

/// <summary>A span and a duration per use case: its name and its outcome, nothing of its content.</summary>
public sealed class TelemetryBehaviour<TRequest, TResult> : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        using var activity = Telemetry.Source.StartActivity(UseCase<TRequest>.Name);
        var start = Stopwatch.GetTimestamp();
        var outcome = "done";
        try
        {
            return await next();
        }
        catch (Exception failure)
        {
            outcome = failure.GetType().Name;
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
            throw;
        }
        finally
        {
            Telemetry.Duration.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new KeyValuePair<string, object?>("use_case", UseCase<TRequest>.Name),
                new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
