using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Measures;
using Barometre.Domain.SocialNetwork.Telling;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Measures;

/// <summary>The measures of the current map, or of a snapshot, by itself and since the snapshot before; as last computed.</summary>
/// <param name="SnapshotId">The current map when not said.</param>
public sealed record GetNetworkMeasuresQuery(Guid ServiceUserId, Guid? SnapshotId) : IQuery<NetworkMeasures>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>Measures of one map.</summary>
/// <param name="SnapshotId">Null for the current map.</param>
/// <param name="Measures">Of the map by itself, then since the snapshot before.</param>
public sealed record NetworkMeasures(Guid? SnapshotId, IReadOnlyList<MeasureView> Measures);

/// <summary>One measure.</summary>
/// <param name="Part">The circle of life of a share; null for the whole.</param>
/// <param name="Perspective">Whose view: views are never averaged.</param>
/// <param name="SinceSnapshotId">The snapshot since which it tells what changed; null for the map by itself.</param>
/// <param name="Value">Null when it cannot be said.</param>
/// <param name="Why">Why it cannot be said; null when there is a value.</param>
/// <param name="Reason">The same, in words.</param>
/// <param name="N">How many alters or ties it was computed from.</param>
/// <param name="Method">The version of the definitions.</param>
public sealed record MeasureView(
    MeasureCode Code, string? Part, Perspective Perspective, Guid? SinceSnapshotId, double? Value, Undefined? Why, InBothLanguages? Reason, int N,
    InBothLanguages Label, InBothLanguages Definition, string Method, DateTimeOffset ComputedAt)
{
    internal static MeasureView Of(NetworkMeasure row) => new(
        row.Code, row.Part.Length == 0 ? null : row.Part, row.Perspective, row.SinceId == NetworkMeasure.None ? null : row.SinceId, row.Value, row.Why,
        row.Why is { } why ? MeasureWords.Of(why) : null, row.N, MeasureWords.Label(row.Code), MeasureWords.Definition(row.Code), row.Method, row.ComputedAt);
}

internal sealed class GetNetworkMeasuresHandler(ISocialNetworkDb db) : IRequestHandler<GetNetworkMeasuresQuery, NetworkMeasures>
{
    public async Task<NetworkMeasures> Handle(GetNetworkMeasuresQuery query, CancellationToken cancellationToken)
    {
        var map = query.SnapshotId ?? NetworkMeasure.None;
        var rows = await db.Measures.AsNoTracking().Where(measure => measure.ServiceUserId == query.ServiceUserId && measure.MapId == map).ToListAsync(cancellationToken);
        if (rows.Count == 0 && query.SnapshotId is { } snapshot && !await db.Facts.AnyAsync(
            fact => fact.ServiceUserId == query.ServiceUserId && fact.SubjectId == snapshot && fact.Kind == NetworkFactKind.SnapshotNamed, cancellationToken))
        {
            throw new NotFound();
        }

        return new NetworkMeasures(query.SnapshotId, [
            .. rows.OrderBy(row => row.SinceId != NetworkMeasure.None).ThenBy(row => row.Code).ThenBy(row => row.Part, StringComparer.Ordinal).ThenBy(row => row.Perspective).Select(MeasureView.Of)]);
    }
}
