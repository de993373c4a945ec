using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Idempotency;

/// <summary>Deletes the answers whose day is over, every hour, on each node: one statement, harmless when several run it.</summary>
internal sealed class AnswerPruning(Databases databases, TimeProvider time, ILogger<AnswerPruning> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Returns how many were deleted.</summary>
    public static async Task<int> PruneAsync(Databases databases, CancellationToken cancellationToken)
    {
        // The worker's policy shows it rows whose day is over, and no other.
        await using var command = databases.Worker.CreateCommand("DELETE FROM platform.idempotency");
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(databases, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                // The database is away: the next hour will do.
                logger.LogWarning("Old answers were not deleted: {Failure}", failure.GetType().Name);
            }
        }
    }
}
