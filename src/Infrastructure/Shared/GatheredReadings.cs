using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>Statements that were asked for and wait to travel together, and whoever waits for their rows.</summary>
internal sealed class GatheredReadings
{
    private readonly List<Reading> _readings = [];

    public bool IsEmpty => _readings.Count == 0;

    public Task<T> AddAsync<T>(NpgsqlBatchCommand statement, Func<NpgsqlDataReader, Task<T>> read)
    {
        var waiting = new TaskCompletionSource<T>();
        T value = default!;
        _readings.Add(new Reading(statement, async reader => value = await read(reader), () => waiting.SetResult(value), waiting.SetException));
        return waiting.Task;
    }

    /// <summary>Reads the rows of every statement before anybody goes on: whoever does may need the connection.</summary>
    public async Task RunAsync(NpgsqlBatch batch, bool announced, Action announce, CancellationToken cancellationToken)
    {
        try
        {
            _readings.ForEach(reading => batch.BatchCommands.Add(reading.Statement));
            await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
            {
                var first = true;
                foreach (var reading in _readings)
                {
                    if (!first || announced)
                    {
                        await reader.NextResultAsync(cancellationToken);
                    }

                    first = false;
                    await reading.Read(reader);
                }
            }
        }
        catch (Exception failure)
        {
            _readings.ForEach(reading => reading.Fail(failure));
            return;
        }

        announce();
        _readings.ForEach(reading => reading.Succeed());
    }

    private sealed record Reading(NpgsqlBatchCommand Statement, Func<NpgsqlDataReader, Task> Read, Action Succeed, Action<Exception> Fail);
}
