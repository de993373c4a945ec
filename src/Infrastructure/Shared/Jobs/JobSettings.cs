using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>How jobs run on this node.</summary>
/// <remarks>Settings: <c>BAROMETRE_JOBS=false</c> (also <c>serve --no-jobs</c>) for a node that only answers requests; <c>BAROMETRE_JOBS_PAUSES</c>, the pauses between attempts.</remarks>
internal sealed class JobSettings(IConfiguration configuration)
{
    /// <summary>A node that stops checking in for the interval and the threshold together is taken for dead, and its work is taken over: 5 seconds.</summary>
    public static readonly TimeSpan CheckInInterval = TimeSpan.FromSeconds(2);

    /// <summary>Longer than a garbage collection or a database hiccup; a live node taken for dead would only have its work done twice.</summary>
    public static readonly TimeSpan CheckInThreshold = TimeSpan.FromSeconds(3);

    /// <summary>The relay looks at the outboxes at least this often, for rows that other nodes wrote.</summary>
    public static readonly TimeSpan RelayPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Work that waited for minutes, while every node was down or its node was killed, is looked for this often: one read of an index.</summary>
    public static readonly TimeSpan LateWorkPause = TimeSpan.FromSeconds(3);

    // A passing trouble is over in seconds, a deployment in minutes, an outage in hours.
    private const string DefaultPauses = "00:00:05,00:00:15,00:01:00,00:05:00,00:30:00,02:00:00";

    public bool Enabled { get; } = configuration.GetValue("BAROMETRE_JOBS", true);

    /// <summary>The pauses before the second and later attempts; after the last attempt a job is parked.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; } =
        [.. (configuration["BAROMETRE_JOBS_PAUSES"] ?? DefaultPauses).Split(',').Select(pause => TimeSpan.Parse(pause, CultureInfo.InvariantCulture))];

    /// <summary>Jobs at a time on this node: they compute, so no more than the processor carries, but two at least so that one long job does not hold up the rest.</summary>
    public int Concurrency { get; } = Math.Clamp(Environment.ProcessorCount, 2, 8);
}
