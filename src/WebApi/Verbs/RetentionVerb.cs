using System.Globalization;
using System.Text.Json;
using Barometre.Application.Rights.Retention;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Does what the night's look at how long records are kept does; or only says what it would do. Exit code 1 when a record failed.</summary>
internal static class RetentionVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var dryRun = Read(args);
        await using var app = Host.Build([]);
        return await RunAsync(app, dryRun, Console.Out);
    }

    internal static async Task<int> RunAsync(WebApplication app, bool dryRun, TextWriter output)
    {
        await using var scope = app.InstallationScope();
        var (acts, failed) = await SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), dryRun);
        foreach (var act in acts)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{act.ServiceUserId}  {JsonNamingPolicy.SnakeCaseLower.ConvertName(act.Step.ToString()),-18}last contact {act.LastContactAt:yyyy-MM-dd}"));
        }

        foreach (var one in failed)
        {
            await output.WriteLineAsync($"{one.ServiceUserId}  {"failed",-18}{one.Failure}");
        }

        await output.WriteLineAsync(dryRun
            ? $"{acts.Count} records would be concerned, {failed.Count} failed; nothing was changed."
            : $"{acts.Count} records were concerned, {failed.Count} failed.");
        return failed.Count == 0 ? 0 : 1;
    }

    private static bool Read(string[] args) => args switch
    {
        [] => false,
        ["--dry-run"] => true,
        _ => throw new VerbMisused("retention [--dry-run]"),
    };

    private static async Task<(IReadOnlyList<RetentionAct> Acts, IReadOnlyList<RetentionFailure> Failed)> SendAsync(IMediator mediator, bool dryRun)
    {
        try
        {
            return (await mediator.Send(new RunRetentionCommand(dryRun)), []);
        }
        catch (RetentionIncomplete incomplete)
        {
            return (incomplete.Acts, incomplete.Failed);
        }
    }
}
