using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>Recomputes the figures of everybody's plan from the facts, every night: it must find nothing that differs.</summary>
public sealed record RecomputeAllPlansCommand : ICommand<PlansReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What a full recomputation found.</summary>
/// <param name="People">People with a plan.</param>
/// <param name="Differing">Rows that were not as they should be, and now are.</param>
public sealed record PlansReport(int People, int Differing) : IRecomputed;

internal sealed class RecomputeAllPlansHandler(IAccomplishmentPlanDb db, IRecordScope records, IServiceScopeFactory scopes, ILogger<RecomputeAllPlansHandler> logger)
    : IRequestHandler<RecomputeAllPlansCommand, PlansReport>
{
    // Some thousands of facts at a time: statements large enough to be quick, locks short enough not to be felt.
    private const int PeopleAtOnce = 100;

    public async Task<PlansReport> Handle(RecomputeAllPlansCommand command, CancellationToken cancellationToken)
    {
        records.OpenForEveryone();
        var people = await db.Goals.AsNoTracking().Select(goal => goal.ServiceUserId).Union(db.Summaries.Select(row => row.ServiceUserId)).ToListAsync(cancellationToken);
        var differing = 0;
        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            differing += await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputePlansCommand(some), cancellationToken);
        }

        logger.Log(differing == 0 ? LogLevel.Information : LogLevel.Warning, "Full recomputation of plans: {People} people, {Differing} rows differed", people.Count, differing);
        return new PlansReport(people.Count, differing);
    }
}
