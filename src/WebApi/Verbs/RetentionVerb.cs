using System.Globalization;
using System.Text.Json;
using Barometre.Application.Rights.Retention;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Does what the night's look at how long records are kept does; or only says what it would do.</summary>
internal static class RetentionVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var dryRun = args switch
        {
            [] => false,
            ["--dry-run"] => true,
            _ => throw new VerbMisused("retention [--dry-run]"),
        };
        await using var app = Host.Build([]);
        await using var scope = app.InstallationScope();
        var acts = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunRetentionCommand(dryRun));
        foreach (var act in acts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{act.ServiceUserId}  {JsonNamingPolicy.SnakeCaseLower.ConvertName(act.Step.ToString()),-18}last contact {act.LastContactAt:yyyy-MM-dd}"));
        }

        Console.WriteLine(dryRun ? $"{acts.Count} records would be concerned; nothing was changed." : $"{acts.Count} records were concerned.");
        return 0;
    }
}
