using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;
using Barometre.Domain.SocialNetwork.Measures;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>Recomputes the measures of one person's network from the facts; done twice, or by two nodes at once, it leaves the same rows. Returns how many rows differed.</summary>
public sealed record RecomputeNetworkCommand(Guid ServiceUserId) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.Network);
}

internal sealed class RecomputeNetworkHandler(IMeasureStore store, TimeProvider time) : IRequestHandler<RecomputeNetworkCommand, int>
{
    public async Task<int> Handle(RecomputeNetworkCommand command, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> person = [command.ServiceUserId];
        await store.HoldAsync(person, open: false, cancellationToken);
        var facts = (await store.ReadAsync(person, cancellationToken))[command.ServiceUserId].ToList();
        var now = time.GetUtcNow();
        var computed = facts.Count == 0 ? [] : NetworkMeasure.AllOf(command.ServiceUserId, NetworkHistory.Of(facts), now);
        return await store.WriteAsync(person, computed, now, cancellationToken);
    }
}
