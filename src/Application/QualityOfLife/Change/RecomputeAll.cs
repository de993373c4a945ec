using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using MediatR;
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
public sealed record RecomputeReport(int People, int Series, int Differing) : IRecomputed;

internal sealed class RecomputeAllHandler(IChangeStore store, PeopleInParts parts, ILogger<RecomputeAllHandler> logger) : IRequestHandler<RecomputeAllCommand, RecomputeReport>
{
    public async Task<RecomputeReport> Handle(RecomputeAllCommand command, CancellationToken cancellationToken)
    {
        var report = await parts.RecomputeAsync(await store.PeopleAsync(cancellationToken), cancellationToken);
        logger.Log(
            report.Differing == 0 ? LogLevel.Information : LogLevel.Warning,
            "Full recomputation of change: {People} people, {Series} series, {Differing} rows differed", report.People, report.Series, report.Differing);
        return report;
    }
}
