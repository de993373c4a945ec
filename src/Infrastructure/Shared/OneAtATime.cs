using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>What only one process on the database may be at, for as long as it takes; whoever comes second waits. A process that dies lets go.</summary>
public sealed class OneAtATime(Databases databases)
{
    /// <param name="work">A number of its own for each kind of work.</param>
    /// <param name="waiting">Called once if somebody else is at it.</param>
    /// <returns>To be disposed when the work is done.</returns>
    public async Task<IAsyncDisposable> HoldAsync(int work, Func<Task> waiting, CancellationToken cancellationToken)
    {
        // A connection of its own, outside the pool: the lock belongs to the session and goes with it.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(databases.WorkerString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (!await TryAsync(connection, work, cancellationToken))
            {
                await waiting();
                await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { Number(work) }, CommandTimeout = 0 };
                await wait.ExecuteNonQueryAsync(cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> TryAsync(NpgsqlConnection connection, int work, CancellationToken cancellationToken)
    {
        await using var attempt = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { Number(work) } };
        return (bool)(await attempt.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlParameter<long> Number(int work) => new() { TypedValue = work };
}
