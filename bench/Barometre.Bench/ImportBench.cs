using System.Diagnostics;
using System.Globalization;
using System.Text;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Application.Shared;
using Barometre.Infrastructure.QualityOfLife.Import;
using Barometre.IntegrationTests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.Bench;

/// <summary>5. Import of the real file against psql's \copy of the same rows into the same indexed table.</summary>
internal static class ImportBench
{
    private const string Columns = "service_user_id, id, assessment_id, theme, perspective, kind, rating, at, device_at, recorded_at, author_id";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demonstration", "real-self-ratings");

    public static async Task<Pairs.Result> RunAsync(Installation installation)
    {
        var mapping = SelfRatingsMapping.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "mapping.json")));
        var dump = Path.GetTempFileName();
        var template = await installation.PersonAsync();
        await ImportAsync(installation, mapping, template.ServiceUserId);
        await DumpAsync(installation, template.ServiceUserId, dump);
        var result = await Pairs.MeasureAsync("5. import ÷ psql \\copy", "ratings/s", 0.3, true, 7, OursAsync, () => CopyAsync(installation, template.ServiceUserId, dump));
        File.Delete(dump);
        return result;

        async Task<double> OursAsync()
        {
            var person = await installation.PersonAsync();
            return await ImportAsync(installation, mapping, person.ServiceUserId);
        }
    }

    private static async Task<double> ImportAsync(Installation installation, SelfRatingsMapping mapping, Guid person)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        var started = Stopwatch.GetTimestamp();
        using var text = new StreamReader(Path.Combine(Folder, "ESMdata.csv"));
        var lines = new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None);
        var report = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportSelfRatingsCommand(person, mapping.Instrument, lines, false, null));
        return report.Ratings / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task DumpAsync(Installation installation, Guid person, string dump)
    {
        await using var connection = await installation.Owner.OpenConnectionAsync();
        using var export = await connection.BeginTextExportAsync($"COPY (SELECT {Columns} FROM quality_of_life.answer WHERE service_user_id = '{person}') TO STDOUT");
        await File.WriteAllTextAsync(dump, await export.ReadToEndAsync());
    }

    /// <summary>The same rows for another person: only the ids differ.</summary>
    private static async Task<double> CopyAsync(Installation installation, Guid template, string dump)
    {
        var person = await installation.PersonAsync();
        var assessments = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        var rows = 0;
        foreach (var line in await File.ReadAllLinesAsync(dump))
        {
            var fields = line.Split('\t');
            fields[0] = fields[10] = person.ServiceUserId.ToString();
            fields[1] = Guid.CreateVersion7().ToString();
            fields[2] = assessments.TryGetValue(fields[2], out var known) ? known : assessments[fields[2]] = Guid.CreateVersion7().ToString();
            text.Append(string.Join('\t', fields)).Append('\n');
            rows++;
        }

        var copied = Path.GetTempFileName();
        await File.WriteAllTextAsync(copied, text.ToString());
        await installation.ExecuteAsync($"""
            INSERT INTO quality_of_life.assessment
              (service_user_id, id, instrument, instrument_version, perspective, setting, state, opened_by, opened_at, device_opened_at, recorded_at, closed_at, version)
              SELECT '{person.ServiceUserId}', id::uuid, 'barometre-qol', '1.0.0', 'service_user', 'alone', 'completed', '{template}', now(), now(), now(), now(), 1
                FROM unnest(ARRAY['{string.Join("','", assessments.Values)}']) AS id
            """);
        var started = Stopwatch.GetTimestamp();
        await PsqlAsync(installation.OwnerString, $"\\copy quality_of_life.answer ({Columns}) FROM '{copied}'");
        var rate = rows / Stopwatch.GetElapsedTime(started).TotalSeconds;
        File.Delete(copied);
        return rate;
    }

    private static async Task PsqlAsync(string connectionString, string command)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo("psql") { UseShellExecute = false };
        foreach (var argument in new[] { "-qX", "-v", "ON_ERROR_STOP=1", "-h", builder.Host!, "-p", builder.Port.ToString(CultureInfo.InvariantCulture), "-U", builder.Username!, "-d", builder.Database!, "-c", command })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["PGPASSWORD"] = builder.Password;
        using var psql = Process.Start(start)!;
        await psql.WaitForExitAsync();
        if (psql.ExitCode != 0)
        {
            throw new InvalidOperationException("psql could not copy.");
        }
    }
}
