using System.Globalization;
using Barometre.Application.Participation.Communications;
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
        await File.WriteAllLinesAsync(
            path, lines.Select(line => string.Create(
                CultureInfo.InvariantCulture,
                $"{line.At:O},{Words.Of(line.Form)},{string.Join(' ', line.Tabs)},{Words.Of(line.RecipientKind)},{line.RecipientId},{Words.Of(line.Purpose)},{Words.Of(line.Ground)}"))
                .Prepend("at,form,tabs,recipient_kind,recipient_id,purpose,ground"));
        return lines.Count;
    }
}
