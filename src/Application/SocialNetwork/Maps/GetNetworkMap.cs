using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>The map of the people around the person, every voice beside the others.</summary>
/// <param name="At">At which moment; now when not said.</param>
public sealed record GetNetworkMapQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<MapView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

internal sealed class GetNetworkMapHandler(MapReader reader) : IRequestHandler<GetNetworkMapQuery, MapView>
{
    public async Task<MapView> Handle(GetNetworkMapQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var map = query.At is { } at ? history.At(at) : history.Latest();
        return (await reader.WordsAsync(query.ServiceUserId, map, cancellationToken)).View(map, query.At);
    }
}
