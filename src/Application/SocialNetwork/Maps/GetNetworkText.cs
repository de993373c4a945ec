using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Telling;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>The map told in sentences, for a screen reader and for print.</summary>
/// <param name="At">At which moment; now when not said.</param>
public sealed record GetNetworkTextQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<NetworkText>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>The map in sentences, in both languages.</summary>
/// <param name="At">The moment; null for the current map.</param>
/// <param name="Sentences">First the whole, then everyone, nearest first.</param>
public sealed record NetworkText(DateTimeOffset? At, IReadOnlyList<InBothLanguages> Sentences);

internal sealed class GetNetworkTextHandler(MapReader reader) : IRequestHandler<GetNetworkTextQuery, NetworkText>
{
    public async Task<NetworkText> Handle(GetNetworkTextQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.WithoutComments, cancellationToken);
        var map = query.At is { } at ? history.At(at) : history.Latest();
        var words = await reader.WordsAsync(query.ServiceUserId, null, cancellationToken);
        return new NetworkText(query.At, TextTwin.Of(map, words.NameOf));
    }
}
