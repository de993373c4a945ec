using System.Text.Json;
using Barometre.Application.QualityOfLife.Import;
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
        var serviceUserId = await PersonNamed.FindOrOpenAsync(app, person, project);
        await using var scope = app.InstallationScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        using var text = new StreamReader(file);
        var progress = new Progress();
        try
        {
            var lines = new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None);
            var report = await mediator.Send(new ImportSelfRatingsCommand(serviceUserId, mapping.Instrument, lines, skipBad, progress));
            Tell(report.Faults);
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
