using System.Globalization;
using System.Text;
using Barometre.Application.Participation.Communications;
using Barometre.Application.Shared.Files;
using Barometre.Infrastructure.Shared;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>A person's register of communications as a file for an authority; that it was taken is entered in it.</summary>
internal static class CommunicationsVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["--person", var name, "--csv", var path])
        {
            throw new VerbMisused("communications --person NAME|ID --csv FILE");
        }

        await using var app = Host.Build([]);
        Console.WriteLine($"{await ExportAsync(app, name, path)} communications: {path}");
        return 0;
    }

    internal static async Task<int> ExportAsync(WebApplication app, string name, string path)
    {
        await using var looking = app.InstallationScope();
        var person = await PersonNamed.FindAsync(looking.ServiceProvider.GetRequiredService<IMediator>(), name);
        await using var scope = app.InstallationScope();
        var lines = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportCommunicationsCommand(person));
        await File.WriteAllTextAsync(path, Csv(lines));
        return lines.Count;
    }

    private static string Csv(IReadOnlyList<CommunicationView> lines)
    {
        var text = new StringBuilder();
        CsvText.WriteLine(text, ["at", "form", "tabs", "recipient_kind", "recipient_id", "recipient", "organisation", "study_fr", "study_en", "purpose", "ground"]);
        foreach (var line in lines)
        {
            CsvText.WriteLine(
                text,
                [
                    line.At.ToString("O", CultureInfo.InvariantCulture), Words.Of(line.Form), string.Join(' ', line.Tabs), Words.Of(line.RecipientKind), line.RecipientId?.ToString(),
                    CsvText.Guarded(line.Recipient), CsvText.Guarded(line.Organisation), CsvText.Guarded(line.Study?.Fr), CsvText.Guarded(line.Study?.En),
                    Words.Of(line.Purpose), Words.Of(line.Ground),
                ]);
        }

        return text.ToString();
    }
}
