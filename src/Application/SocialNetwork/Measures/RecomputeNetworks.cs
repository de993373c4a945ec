using Barometre.Application.Shared;
using Barometre.Domain.SocialNetwork.Map;
using Barometre.Domain.SocialNetwork.Measures;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>Recomputes the measures of some people's networks in one transaction, from the facts alone.</summary>
/// <param name="People">In the database's order.</param>
public sealed record RecomputeNetworksCommand(IReadOnlyList<Guid> People) : ICommand<NetworksReport>
{
    public Needed Access => Needed.System;
}

internal sealed class RecomputeNetworksHandler(IMeasureStore store, TimeProvider time) : IRequestHandler<RecomputeNetworksCommand, NetworksReport>
{
    public async Task<NetworksReport> Handle(RecomputeNetworksCommand command, CancellationToken cancellationToken)
    {
        await store.HoldAsync(command.People, open: true, cancellationToken);
        var facts = await store.ReadAsync(command.People, cancellationToken);
        var now = time.GetUtcNow();
        List<NetworkMeasure> computed = [.. facts.SelectMany(person => NetworkMeasure.AllOf(person.Key, NetworkHistory.Of(person), now))];
        return new NetworksReport(command.People.Count, computed.Count, await store.WriteAsync(command.People, computed, now, cancellationToken));
    }
}
