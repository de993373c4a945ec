using System.Collections.Concurrent;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Recomputes many people some at a time, each part a command with a transaction of its own, several at once.</summary>
internal sealed class PeopleInParts(IServiceScopeFactory scopes)
{
    // Some 65,000 ratings and 5,500 rows at a time for a full instrument answered monthly: statements large enough to be quick, locks short enough not to be felt.
    private const int PeopleAtOnce = 100;

    // The database computes as much as we do: more would only queue.
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <param name="people">In the database's order.</param>
    public async Task<RecomputeReport> RecomputeAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        ConcurrentBag<RecomputeReport> reports = [];
        await Parallel.ForEachAsync(people.Chunk(PeopleAtOnce), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (some, cancel) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            reports.Add(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputePeopleCommand(some), cancel));
        });
        return new RecomputeReport(people.Count, reports.Sum(one => one.Series), reports.Sum(one => one.Differing));
    }
}
