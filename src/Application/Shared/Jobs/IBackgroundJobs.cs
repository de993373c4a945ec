namespace Barometre.Application.Shared.Jobs;

/// <summary>The installation's background jobs, as an operator sees them; whatever runs them stands behind this (docs/decisions: jobs).</summary>
/// <remarks>Jobs are made of a command's events, through the outbox, in the command's own transaction; or asked for in it (<see cref="IJobRequests"/>).</remarks>
public interface IBackgroundJobs
{
    /// <summary>How much waits and how much was given up.</summary>
    Task<JobCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>The jobs that were given up after their last attempt, latest first.</summary>
    Task<IReadOnlyList<ParkedJob>> ParkedAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Hands a parked job over again, or every one; returns how many.</summary>
    Task<int> RetryAsync(Guid? parkedJobId, CancellationToken cancellationToken);
}

/// <summary>Jobs by where they stand.</summary>
/// <param name="Outbox">Committed events that no job has been made of yet.</param>
/// <param name="Waiting">Jobs that wait for their turn or for their next attempt, schedules left out.</param>
/// <param name="Running">Jobs under way, on all nodes.</param>
/// <param name="Parked">Jobs given up after their last attempt: an operator's business.</param>
public sealed record JobCounts(long Outbox, long Waiting, long Running, long Parked);

/// <summary>A job that failed as often as jobs are tried, put aside until an operator asks for it again; it carries ids and codes, never words.</summary>
/// <param name="Work">The kind of work.</param>
/// <param name="EventId">The event the job was made of; null for work done at a time of day.</param>
/// <param name="PersonId">The person whose record it concerns; null if it concerns everyone's.</param>
/// <param name="Attempts">How often it was tried, from 1.</param>
/// <param name="ErrorType">The type of the last failure; its message is not kept, as it might carry words.</param>
public sealed record ParkedJob(Guid Id, string Work, Guid? EventId, Guid? PersonId, int Attempts, string ErrorType, DateTimeOffset ParkedAt);
