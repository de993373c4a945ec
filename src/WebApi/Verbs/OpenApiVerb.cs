using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.Verbs;

/// <summary>Writes the contract of the API, and the list of its error codes, from the code alone: no database is needed.</summary>
internal static class OpenApiVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        string? document = null, errors = null;
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            (document, errors) = args[i] switch
            {
                "--output" => (args[i + 1], errors),
                "--errors" => (document, args[i + 1]),
                _ => throw Misused(),
            };
        }

        if (args.Length % 2 != 0 || (document ?? errors) is null)
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

        return 0;
    }

    private static VerbMisused Misused() => new("openapi [--output FILE] [--errors FILE]");
}
