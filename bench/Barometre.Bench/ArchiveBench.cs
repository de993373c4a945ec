using System.Diagnostics;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.IntegrationTests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.Bench;

/// <summary>10. An archive against COPY of the same rows, and its memory as the record grows.</summary>
internal static class ArchiveBench
{
    // Twelve assessments of the whole instrument, each theme commented on; twenty times that, and eighty times.
    private const int Full = 660;
    private const int Large = 20 * Full;
    private const int Larger = 4 * Large;

    public static async Task<IReadOnlyList<Pairs.Result>> RunAsync(Installation installation)
    {
        var (full, large, larger) = (await RecordAsync(installation, Full), await RecordAsync(installation, Large), await RecordAsync(installation, Larger));
        return
        [
            await Pairs.MeasureAsync("10a. archive of a full record ÷ COPY of the same rows", "rows/s", 0.2, true, 7, () => RateAsync(installation, full, Full), () => CopyAsync(installation, full, Full)),
            await Pairs.MeasureAsync("10b. the same, twenty times the record", "rows/s", 0.2, true, 5, () => RateAsync(installation, large, Large), () => CopyAsync(installation, large, Large)),
            await Pairs.MeasureAsync("10c. live memory, eighty times the record ÷ twenty times", "MB", 1.5, false, 5, () => MemoryAsync(installation, larger), () => MemoryAsync(installation, large)),
        ];
    }

    private static async Task<Given.Person> RecordAsync(Installation installation, int themes)
    {
        var person = await installation.PersonAsync();
        var key = await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(person.ServiceUserId, CancellationToken.None);
        var assessment = Guid.CreateVersion7();
        await installation.ExecuteAsync($"""
            INSERT INTO quality_of_life.assessment VALUES ('{person.ServiceUserId}', '{assessment}', 'quality-of-life', '1', NULL, 'service_user', 'alone', 'completed', '{person.Account.AccountId}', now(), now(), now(), now(), 1);
            INSERT INTO quality_of_life.answer (service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id, superseded_at)
            SELECT '{person.ServiceUserId}', gen_random_uuid(), '{assessment}', 'needs.housing', 'service_user', 'rating', i % 101, now() - i * interval '1 hour', now(), now(), '{person.Account.AccountId}', now()
              FROM generate_series(1, {themes}) i;
            """);
        await using var connection = await installation.Owner.OpenConnectionAsync();
        await using var import = await connection.BeginBinaryImportAsync(
            "COPY quality_of_life.comment (service_user_id, id, assessment_id, theme, perspective, setting, words_sealed, author_id, at, device_at, recorded_at) FROM STDIN (FORMAT BINARY)");
        for (var i = 0; i < themes; i++)
        {
            var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-i);
            await import.WriteRowAsync(
                CancellationToken.None, person.ServiceUserId, Guid.CreateVersion7(), assessment, "needs.housing", "service_user", "alone",
                key.Seal("quality_of_life.comment.words", $"Une phrase inventée, comme on en écrit une au bas d’un thème : numéro {i}."), person.Account.AccountId, at, at, at);
        }

        await import.CompleteAsync();
        return person;
    }

    private static async Task<double> RateAsync(Installation installation, Given.Person person, int themes)
    {
        var started = Stopwatch.GetTimestamp();
        await MakeAsync(installation, person);
        return 2 * themes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task MakeAsync(Installation installation, Given.Person person)
    {
        var id = Guid.CreateVersion7();
        await SendAsync(installation, new AskArchiveCommand(person.ServiceUserId, id, "fr"), person);
        await SendAsync(installation, new MakeArchiveCommand(person.ServiceUserId, id), null);
    }

    private static async Task SendAsync<T>(Installation installation, IRequest<T> request, Given.Person? person)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        if (person is null)
        {
            caller.IsInstallation();
        }
        else
        {
            caller.IsAccount(person.Account.AccountId, person.Account.SessionId);
        }

        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Every table that an archive holds, as PostgreSQL copies it, under the same login.</summary>
    private static async Task<double> CopyAsync(Installation installation, Given.Person person, int themes)
    {
        await using var databases = installation.Databases();
        await using var connection = await databases.Worker.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var open = new NpgsqlCommand($"SELECT set_config('barometre.person', '{person.ServiceUserId}', true)", connection, transaction))
        {
            await open.ExecuteNonQueryAsync();
        }

        var tables = (await PersonalCatalogue.ReadAsync(connection, transaction, CancellationToken.None)).Where(table => !LeftOut.Is(table.Name)).ToList();
        var started = Stopwatch.GetTimestamp();
        var buffer = new byte[64 * 1024];
        foreach (var table in tables)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY (SELECT * FROM {table.Name} WHERE {table.PersonColumn} = '{person.ServiceUserId}') TO STDOUT (FORMAT BINARY)");
            while (await copy.ReadAsync(buffer, CancellationToken.None) > 0)
            {
                // As it comes.
            }
        }

        return 2 * themes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The most that was alive while an archive was made, over what was alive before: garbage that no collection has reached yet is not counted, so collections are forced all along.</summary>
    private static async Task<double> MemoryAsync(Installation installation, Given.Person person)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = before;
        using var over = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                await Task.Delay(2);
            }
        });
        await MakeAsync(installation, person);
        await over.CancelAsync();
        await watching;
        return (most - before) / 1e6;
    }
}
