using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>Reads a person's history and what opens its words.</summary>
public sealed class MapReader(IFactReadings facts, IRecordKeys keys, ICircleReader circle)
{
    public async Task<NetworkHistory> HistoryAsync(Guid serviceUserId, FactsWanted wanted, CancellationToken cancellationToken) =>
        NetworkHistory.Of(await facts.ReadAsync(serviceUserId, wanted, cancellationToken));

    /// <summary>For names and comments; the circle is asked about only when an alter shown is said to be one of its members.</summary>
    internal async Task<MapWords> WordsAsync(Guid serviceUserId, NetworkMap? map, CancellationToken cancellationToken)
    {
        var linked = map is not null && map.Present.Concat(map.Left).Any(alter => alter.MemberId is not null);
        var places = linked ? await circle.PlacesAsync(serviceUserId, cancellationToken) : [];
        return new MapWords(await keys.ForAsync(serviceUserId, cancellationToken), places.ToDictionary(place => place.MemberId, place => place.Active));
    }
}
