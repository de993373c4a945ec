using Barometre.Application.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Sessions;

/// <summary>Sends what several readings ask in one batch, after the session's announcement.</summary>
internal sealed class RoundTrip(DatabaseSession session) : IRoundTrip
{
    public async Task TogetherAsync(IReadOnlyCollection<Func<Task>> readings, CancellationToken cancellationToken)
    {
        var gathered = session.Gathered = new GatheredReadings();
        List<(Task Reading, Range Asked)> started = [];
        try
        {
            foreach (var reading in readings)
            {
                var before = gathered.Count;
                started.Add((reading(), before..gathered.Count));
            }
        }
        finally
        {
            session.Gathered = null;
        }

        var failure = gathered.Count == 0 ? null : await SendAsync(gathered, cancellationToken);
        // One after the other: what a reading does with its rows, or asks then, meets nobody else's on the connection.
        foreach (var (reading, asked) in started)
        {
            gathered.Release(asked, failure);
            await Task.WhenAny(reading);
        }

        await Task.WhenAll(started.Select(one => one.Reading));
    }

    private async Task<Exception?> SendAsync(GatheredReadings gathered, CancellationToken cancellationToken)
    {
        await session.EnsureOpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        var ahead = session.TakeAhead();
        foreach (var one in ahead)
        {
            batch.BatchCommands.Add(one);
        }

        return await gathered.RunAsync(batch, rows => session.PassAsync(rows, ahead.Count, cancellationToken), cancellationToken);
    }
}

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
    /// <param name="pass">Passes over what precedes them in the batch.</param>
    public async Task<Exception?> RunAsync(NpgsqlBatch batch, Func<NpgsqlDataReader, Task> pass, CancellationToken cancellationToken)
    {
        _readings.ForEach(reading => batch.BatchCommands.Add(reading.Statement));
        try
        {
            await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
            await pass(rows);
            foreach (var (place, reading) in _readings.Index())
            {
                if (place > 0)
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
