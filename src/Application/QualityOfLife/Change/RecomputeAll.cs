using System.Collections.Concurrent;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Recomputes everybody's indicators from the facts, every night: it must find nothing that differs.</summary>
/// <remarks>A night's work in one transaction would hold everybody's recomputation: some people at a time.</remarks>
public sealed record RecomputeAllCommand : ICommand<RecomputeReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What a full recomputation found.</summary>
/// <param name="People">People with facts.</param>
/// <param name="Series">Series of ratings: a theme of a person in a perspective.</param>
/// <param name="Differing">Rows that were not as they should be, of any indicator, and now are.</param>
public sealed record RecomputeReport(int People, int Series, int Differing);

internal sealed class RecomputeAllHandler(IChangeStore store, IServiceScopeFactory scopes, ILogger<RecomputeAllHandler> logger)
    : IRequestHandler<RecomputeAllCommand, RecomputeReport>
{
    // Some 65,000 ratings and 5,500 rows at a time for a full instrument answered monthly: statements large enough to be quick, locks short enough not to be felt.
    private const int PeopleAtOnce = 100;

    // The database computes as much as we do: more would only queue.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    public async Task<RecomputeReport> Handle(RecomputeAllCommand command, CancellationToken cancellationToken)
    {
        var people = await store.PeopleAsync(cancellationToken);
        ConcurrentBag<RecomputeReport> reports = [];
        await Parallel.ForEachAsync(people.Chunk(PeopleAtOnce), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (some, cancel) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            reports.Add(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputePeopleCommand(some), cancel));
        });

        var report = new RecomputeReport(people.Count, reports.Sum(one => one.Series), reports.Sum(one => one.Differing));
        logger.Log(
            report.Differing == 0 ? LogLevel.Information : LogLevel.Warning,
            "Full recomputation of change: {People} people, {Series} series, {Differing} rows differed", report.People, report.Series, report.Differing);
        return report;
    }
}
