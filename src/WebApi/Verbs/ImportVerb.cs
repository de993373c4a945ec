using System.Text.Json;
using Barometre.Application.Participation.Records;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Infrastructure.QualityOfLife.Import;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Loads a file of a person's repeated self-ratings.</summary>
internal static class ImportVerb
{
    private const string Usage = "import self-ratings FILE --mapping MAPPING --person NAME [--project NAME] [--skip-bad]";

    public static async Task<int> RunAsync(string[] args)
    {
        var (file, mapping, person, project, skipBad) = Parse(args);
        await using var app = Host.Build([]);
        var (serviceUserId, opening) = await PersonNamed.FindOrNewAsync(app, person, project);
        // A scope of its own: the search had every record open.
        await using var scope = app.InstallationScope();
        using var text = new StreamReader(file);
        var progress = new Progress();
        try
        {
            var lines = new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None);
            var report = await LoadAsync(scope.ServiceProvider, opening, new ImportSelfRatingsCommand(serviceUserId, mapping.Instrument, lines, skipBad, progress));
            Tell(report.Faults);
            if (opening is not null)
            {
                Console.WriteLine($"Nobody here had that name: a record was opened in {(project is null ? "the demonstration project" : $"the project '{project}'")}.");
            }

            Console.WriteLine($"{report.Assessments} assessments and {report.Ratings} ratings added; {report.AlreadyThere} ratings were there already; {report.Faults.Count} bad lines skipped.");
            return 0;
        }
        catch (ImportRefused refused)
        {
            Tell(refused.Faults);
            await Console.Error.WriteLineAsync($"{refused.Faults.Count} bad lines: nothing was loaded. Correct them, or add --skip-bad.");
            return 1;
        }
        catch (FormatException wrong)
        {
            throw new VerbMisused(wrong.Message);
        }
    }

    /// <summary>Opens the record, if there is none yet, and loads the file: both or neither.</summary>
    internal static async Task<ImportReport> LoadAsync(IServiceProvider services, OpenImportedRecordCommand? opening, ImportSelfRatingsCommand import)
    {
        var (mediator, work, depth) = (services.GetRequiredService<IMediator>(), services.GetRequiredService<IUnitOfWork>(), services.GetRequiredService<TransactionDepth>());
        // Both commands join this transaction.
        depth.InTransaction = true;
        await work.BeginAsync(CancellationToken.None);
        try
        {
            if (opening is not null)
            {
                await mediator.Send(opening);
            }

            var report = await mediator.Send(import);
            await work.CommitAsync(CancellationToken.None);
            return report;
        }
        catch
        {
            await work.RollbackAsync();
            throw;
        }
        finally
        {
            depth.InTransaction = false;
        }
    }

    private static (string File, SelfRatingsMapping Mapping, string Person, string? Project, bool SkipBad) Parse(string[] args)
    {
        if (args is not ["self-ratings", var file, .. var rest])
        {
            throw new VerbMisused(Usage);
        }

        string? mapping = null, person = null, project = null;
        var skipBad = false;
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case "--mapping" when i + 1 < rest.Length:
                    mapping = rest[++i];
                    break;
                case "--person" when i + 1 < rest.Length:
                    person = rest[++i];
                    break;
                case "--project" when i + 1 < rest.Length:
                    project = rest[++i];
                    break;
                case "--skip-bad":
                    skipBad = true;
                    break;
                default:
                    throw new VerbMisused($"'{rest[i]}' is not understood: {Usage}");
            }
        }

        if (mapping is null || string.IsNullOrWhiteSpace(person))
        {
            throw new VerbMisused(Usage);
        }

        return (Existing(file), Read(Existing(mapping)), person, project, skipBad);
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw new VerbMisused($"There is no file {path}.");

    private static SelfRatingsMapping Read(string path)
    {
        try
        {
            return SelfRatingsMapping.Parse(File.ReadAllText(path));
        }
        catch (JsonException wrong)
        {
            throw new VerbMisused($"{path} is not a mapping: {wrong.Message}");
        }
    }

    private static void Tell(IReadOnlyList<(int Line, string Reason)> faults)
    {
        foreach (var (line, reason) in faults)
        {
            Console.Error.WriteLine($"line {line}: {reason}");
        }
    }

    private sealed class Progress : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine($"  {value} lines read");
    }
}
