using System.Diagnostics.Metrics;
using Barometre.Application.Shared.Pipeline;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>What the jobs show of themselves: kinds of work, counts and times; nobody's id.</summary>
internal static class JobTelemetry
{
    public static readonly Counter<long> Done = Telemetry.Meter.CreateCounter<long>("barometre.jobs.done", "{job}", "Jobs that succeeded.");

    public static readonly Counter<long> Failed = Telemetry.Meter.CreateCounter<long>("barometre.jobs.failed", "{attempt}", "Attempts that failed and will be made again.");

    public static readonly Counter<long> Parked = Telemetry.Meter.CreateCounter<long>("barometre.jobs.parked", "{job}", "Jobs given up after their last attempt.");

    public static readonly Histogram<double> OutboxLag = Telemetry.Meter.CreateHistogram<double>(
        "barometre.outbox.lag", "s", "From an event's making to its handing over.");

    public static KeyValuePair<string, object?> Work(string name) => new("work", name);

    public static KeyValuePair<string, object?> Event(string name) => new("event", name);
}
