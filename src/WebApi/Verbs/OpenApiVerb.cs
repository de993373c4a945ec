using Barometre.Infrastructure.Rights.Archives;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.Verbs;

/// <summary>Writes the contract of the API, the list of its error codes and the form of archives, from the code alone: no database is needed.</summary>
internal static class OpenApiVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        string? document = null, errors = null, archive = null;
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            (document, errors, archive) = args[i] switch
            {
                "--output" => (args[i + 1], errors, archive),
                "--errors" => (document, args[i + 1], archive),
                "--archive" => (document, errors, args[i + 1]),
                _ => throw Misused(),
            };
        }

        if (args.Length % 2 != 0 || (document ?? errors ?? archive) is null)
        {
            throw Misused();
        }

        await using var app = Host.Build([]);
        if (document is not null)
        {
            await File.WriteAllTextAsync(document, await ContractSetup.DocumentAsync(app.Services));
        }

        if (errors is not null)
        {
            await File.WriteAllTextAsync(errors, ErrorList.Markdown());
        }

        if (archive is not null)
        {
            await File.WriteAllTextAsync(archive, ArchiveSchema.Write());
        }

        return 0;
    }

    private static VerbMisused Misused() => new("openapi [--output FILE] [--errors FILE] [--archive FILE]");
}
