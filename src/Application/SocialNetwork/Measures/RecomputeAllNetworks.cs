using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>Recomputes the measures of everybody's network from the facts, every night: it must find nothing that differs.</summary>
/// <remarks>A night's work in one transaction would hold everybody's recomputation: some people at a time.</remarks>
public sealed record RecomputeAllNetworksCommand : ICommand<NetworksReport>, ILongCommand
{
    public Needed Access => Needed.System;
}

/// <summary>What a full recomputation found.</summary>
/// <param name="People">People with a network.</param>
/// <param name="Measures">Measures computed.</param>
/// <param name="Differing">Rows that were not as they should be, and now are.</param>
public sealed record NetworksReport(int People, int Measures, int Differing) : IRecomputed;

internal sealed class RecomputeAllNetworksHandler(IMeasureStore store, IServiceScopeFactory scopes, ILogger<RecomputeAllNetworksHandler> logger)
    : IRequestHandler<RecomputeAllNetworksCommand, NetworksReport>
{
    // Some 50,000 facts at a time for networks kept for years: statements large enough to be quick, locks short enough not to be felt.
    private const int PeopleAtOnce = 100;

    public async Task<NetworksReport> Handle(RecomputeAllNetworksCommand command, CancellationToken cancellationToken)
    {
        var report = new NetworksReport(0, 0, 0);
        foreach (var some in (await store.PeopleAsync(cancellationToken)).Chunk(PeopleAtOnce))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            var part = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecomputeNetworksCommand(some), cancellationToken);
            report = new NetworksReport(report.People + part.People, report.Measures + part.Measures, report.Differing + part.Differing);
        }

        logger.Log(
            report.Differing == 0 ? LogLevel.Information : LogLevel.Warning,
            "Full recomputation of networks: {People} people, {Measures} measures, {Differing} rows differed", report.People, report.Measures, report.Differing);
        return report;
    }
}
