using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>Recomputes everybody's degree of coproduction from the facts, every night: it must find nothing that differs.</summary>
public sealed record RecomputeAllDegreesCommand : ICommand<DegreesReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What a full recomputation found.</summary>
/// <param name="People">People about whom something was done.</param>
/// <param name="Differing">Rows that were not as they should be, and now are.</param>
public sealed record DegreesReport(int People, int Differing) : IRecomputed;

internal sealed class RecomputeAllDegreesHandler(CoproductionActs acts, IDegreesDb db, IRecordScope records, IServiceScopeFactory scopes, ILogger<RecomputeAllDegreesHandler> logger)
    : IRequestHandler<RecomputeAllDegreesCommand, DegreesReport>
{
    // The database computes as much as we do: more would only queue.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    public async Task<DegreesReport> Handle(RecomputeAllDegreesCommand command, CancellationToken cancellationToken)
    {
        records.OpenForEveryone();
        var told = await acts.PeopleAsync(cancellationToken);
        var people = told.Union(await db.Degrees.AsNoTracking().Select(row => row.ServiceUserId).Distinct().ToListAsync(cancellationToken)).ToList();
        var differing = 0;
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (person, cancel) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            Interlocked.Add(ref differing, await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputeDegreeCommand(person), cancel));
        });
        logger.Log(differing == 0 ? LogLevel.Information : LogLevel.Warning, "Full recomputation of degrees of coproduction: {People} people, {Differing} rows differed", people.Count, differing);
        return new DegreesReport(people.Count, differing);
    }
}
