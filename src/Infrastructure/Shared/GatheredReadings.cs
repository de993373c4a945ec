using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>Statements that were asked for and wait to travel together, and whoever waits for their rows.</summary>
internal sealed class GatheredReadings
{
    private readonly List<Reading> _readings = [];

    public int Count => _readings.Count;

    public Task<T> AddAsync<T>(NpgsqlBatchCommand statement, Func<NpgsqlDataReader, Task<T>> read)
    {
        var waiting = new TaskCompletionSource<T>();
        T value = default!;
        _readings.Add(new Reading(statement, async reader => value = await read(reader), failure =>
        {
            if (failure is null)
            {
                waiting.SetResult(value);
            }
            else
            {
                waiting.SetException(failure);
            }
        }));
        return waiting.Task;
    }

    /// <summary>Reads the rows of every statement before anybody goes on: whoever does may need the connection. Returns what went wrong, if anything did.</summary>
    public async Task<Exception?> RunAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        var preceded = batch.BatchCommands.Count > 0;
        _readings.ForEach(reading => batch.BatchCommands.Add(reading.Statement));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var (place, reading) in _readings.Index())
            {
                if (place > 0 || preceded)
                {
                    await rows.NextResultAsync(cancellationToken);
                }

                await reading.Read(rows);
            }

            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Lets whoever asked for these statements go on.</summary>
    public void Release(Range which, Exception? failure) => _readings[which].ForEach(reading => reading.Release(failure));

    private sealed record Reading(NpgsqlBatchCommand Statement, Func<NpgsqlDataReader, Task> Read, Action<Exception?> Release);
}
