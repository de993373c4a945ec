using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;
using Barometre.IntegrationTests.Walls;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>Leaves a person's words everywhere, and looks for them everywhere.</summary>
internal static class Traces
{
    /// <summary>Writes <paramref name="words"/> over HTTP wherever a person writes, each request with a key that keeps its answer; then into every personal table that has no row yet.</summary>
    public static async Task PlantAsync(this RightsInstallation installation, Given.Person person, string words)
    {
        var own = person.Account.Client(installation);
        own.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        await own.PutAsync(Rated.Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.housing", words, at = Rated.Now }).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        await own.NoteAsync(person.ServiceUserId, Mapped.Named(Guid.CreateVersion7(), words, 1)).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        await own.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said(words, resource: words)).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        var goal = Guid.CreateVersion7();
        await own.PutAsync(Planned.Path(person.ServiceUserId, $"goals/{goal}"), Planned.Goal(words, adopted: true, why: words)).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        await own.ActAsync(person.ServiceUserId, goal, Guid.CreateVersion7(), words, Planned.Person()).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        await own.PutAsync(Planned.Path(person.ServiceUserId, $"prints/{Guid.CreateVersion7()}"), new { parts = new[] { "plan" } }).AnswersAsync(System.Net.HttpStatusCode.OK);
        Again(own);
        await own.PutAsync("/api/v1/account/display-name", new { displayName = words }).AnswersAsync(System.Net.HttpStatusCode.NoContent);
        own.DefaultRequestHeaders.Remove("Idempotency-Key");
        await installation.ExecuteAsync($$"""
            INSERT INTO jobs.request (id, work, data) VALUES ('{{Guid.CreateVersion7()}}', 'social-network.recompute', '{"person": "{{person.ServiceUserId}}"}');
            INSERT INTO jobs.parked_job (id, work, event_id, person_id, data, attempts, error_type, parked_at)
                VALUES ('{{Guid.CreateVersion7()}}', 'social-network.recompute', '{{Guid.CreateVersion7()}}', '{{person.ServiceUserId}}', '{}', 1, 'planted', now());
            """);
        await installation.PlantRowsAsync(person, words);
    }

    /// <summary>A row in every personal table that has none of the person's, its sealed columns holding <paramref name="words"/>.</summary>
    public static async Task PlantRowsAsync(this Installation installation, Given.Person person, string words)
    {
        var key = await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(person.ServiceUserId, CancellationToken.None);
        var rows = new PlantedRows(installation.Owner);
        foreach (var table in (await rows.TablesAsync()).Where(table => !table.StartsWith("vault.", StringComparison.Ordinal) && !table.StartsWith("rights.era", StringComparison.Ordinal) && table != "rights.trace"))
        {
            if (await installation.CountAsync($"SELECT count(*) FROM {table} WHERE service_user_id = '{person.ServiceUserId}'") == 0)
            {
                await installation.ExecuteAsync(await rows.InsertAsync(table, person.ServiceUserId, words: column => key.Seal(column, words)));
                if ((await rows.ColumnsAsync(table)).Any(column => column.Name == "author_id"))
                {
                    await installation.ExecuteAsync($"UPDATE {table} SET author_id = '{person.Account.AccountId}' WHERE service_user_id = '{person.ServiceUserId}'");
                }
            }
        }
    }

    /// <summary>Where <paramref name="sought"/> is found: as it is, as bytes, or under a key that is still there. In every table of every schema, in every file of the keys.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(this RightsInstallation installation, string sought, params string[] except)
    {
        var hexadecimal = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(sought));
        // Whatever sealed anything that is not a record's: looked into with the key ring that remains.
        var protectors = installation.Protectors;
        List<string> found = [];
        foreach (var table in (await installation.TablesAsync()).Except(except))
        {
            await using var command = installation.Owner.CreateCommand($"SELECT to_jsonb(scanned_row)::text FROM {table} scanned_row");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var row = reader.GetString(0);
                if (row.Contains(sought, StringComparison.OrdinalIgnoreCase) || row.Contains(hexadecimal, StringComparison.OrdinalIgnoreCase)
                    || Opened(row, protectors).Any(text => text.Contains(sought, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(table);
                }
            }
        }

        foreach (var file in Directory.EnumerateFiles(installation.Settings["BAROMETRE_KEYS"]!, "*", SearchOption.AllDirectories))
        {
            if ((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(sought)) >= 0)
            {
                found.Add(file);
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>The files of the server, this database's and what is common to all (its log, its write-ahead log), in which <paramref name="sought"/> stands as it is.</summary>
    public static async Task<IReadOnlyList<string>> FindInServersFilesAsync(this Installation installation, string sought)
    {
        var folder = await installation.ServerFolderAsync();
        var database = Path.Combine(folder, "base", $"{await installation.CountAsync("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")}");
        var bytes = Encoding.UTF8.GetBytes(sought);
        List<string> found = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(folder, "base"), StringComparison.Ordinal) || file.StartsWith(database, StringComparison.Ordinal)))
        {
            try
            {
                if ((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(bytes) >= 0)
                {
                    found.Add(Path.GetRelativePath(folder, file));
                }
            }
            catch (FileNotFoundException)
            {
                // Gone meanwhile: another test's table.
            }
        }

        return found;
    }

    private static IEnumerable<string> Opened(string row, IReadOnlyCollection<IDataProtector> protectors)
    {
        using var json = System.Text.Json.JsonDocument.Parse(row);
        foreach (var value in json.RootElement.EnumerateObject().Select(member => member.Value).Where(value => value.ValueKind == System.Text.Json.JsonValueKind.String))
        {
            if (value.GetString() is not { Length: > 60 } text || !text.StartsWith("\\x", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var protector in protectors)
            {
                if (TryOpen(protector, Convert.FromHexString(text.AsSpan(2))) is { } opened)
                {
                    yield return opened;
                }
            }
        }
    }

    private static string? TryOpen(IDataProtector protector, byte[] sealedBytes)
    {
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(sealedBytes));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(this Installation installation)
    {
        await using var command = installation.Owner.CreateCommand("""
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
            """);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static void Again(HttpClient client)
    {
        client.DefaultRequestHeaders.Remove("Idempotency-Key");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
    }
}
