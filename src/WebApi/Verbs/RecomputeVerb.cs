using Barometre.Application.QualityOfLife.Change;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Recomputes the indicators now: one person's, or everybody's, as every night.</summary>
internal static class RecomputeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not (["--all"] or ["--person", _]))
        {
            throw new VerbMisused("recompute --all | recompute --person NAME|ID");
        }

        await using var app = Host.Build([]);
        await using var scope = app.InstallationScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (args is ["--person", var name])
        {
            var person = await PersonNamed.FindAsync(mediator, name);
            Console.WriteLine($"{await mediator.Send(new RecomputeChangeCommand(person, null))} rows differed.");
            return 0;
        }

        var start = TimeProvider.System.GetTimestamp();
        var report = await mediator.Send(new RecomputeAllCommand());
        Console.WriteLine(
            $"{report.People} people, {report.Series} series in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s; {report.Differing} rows differed.");
        return 0;
    }
}
