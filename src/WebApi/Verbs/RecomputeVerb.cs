using Barometre.Application.Shared.Jobs;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Recomputes the indicators of every module now: one person's, or everybody's, as every night.</summary>
internal static class RecomputeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not (["--all"] or ["--person", _]))
        {
            throw new VerbMisused("recompute --all | recompute --person NAME|ID");
        }

        await using var app = Host.Build([]);
        await foreach (var line in args is ["--person", var name] ? PersonAsync(app, await NamedAsync(app, name)) : EverybodyAsync(app))
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>Recomputes everybody's indicators, module by module, and tells a line of each.</summary>
    internal static async IAsyncEnumerable<string> EverybodyAsync(WebApplication app)
    {
        foreach (var module in ModulesOf(app))
        {
            await using var scope = app.InstallationScope();
            var start = TimeProvider.System.GetTimestamp();
            var found = await module.EverybodyAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), CancellationToken.None);
            yield return $"{module.Module}: {found.People} people in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s; {found.Differing} rows differed.";
        }
    }

    /// <summary>Recomputes one person's indicators, module by module, and tells a line of each.</summary>
    internal static async IAsyncEnumerable<string> PersonAsync(WebApplication app, Guid person)
    {
        foreach (var module in ModulesOf(app))
        {
            await using var scope = app.InstallationScope();
            yield return $"{module.Module}: {await module.PersonAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), person, CancellationToken.None)} rows differed.";
        }
    }

    private static IEnumerable<Recomputation> ModulesOf(WebApplication app) => app.Services.GetServices<BackgroundWork>().OfType<Recomputation>();

    private static async Task<Guid> NamedAsync(WebApplication app, string name)
    {
        await using var scope = app.InstallationScope();
        return await PersonNamed.FindAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), name);
    }
}
