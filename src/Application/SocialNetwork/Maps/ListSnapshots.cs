using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>The moments of the map that the person keeps, latest first, page by page.</summary>
public sealed record ListSnapshotsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<SnapshotRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>A moment that the person keeps.</summary>
/// <param name="Moment">The moment of the map.</param>
/// <param name="NamedAt">When it was last named.</param>
public sealed record SnapshotRow(Guid Id, string Name, DateTimeOffset Moment, DateTimeOffset NamedAt, Guid AuthorId, Setting Setting);

internal sealed class ListSnapshotsValidator : AbstractValidator<ListSnapshotsQuery>
{
    public ListSnapshotsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListSnapshotsHandler(MapReader reader) : IRequestHandler<ListSnapshotsQuery, Page<SnapshotRow>>
{
    public async Task<Page<SnapshotRow>> Handle(ListSnapshotsQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.OfSnapshots, cancellationToken);
        var after = Place.Of(query.Cursor);
        List<Snapshot> snapshots =
        [
            .. history.Snapshots().Reverse()
                .Where(snapshot => snapshot.Moment < after.At || snapshot.Moment == after.At && snapshot.Id.CompareTo(after.Id) < 0)
                .Take(query.Limit + 1),
        ];
        var words = await reader.WordsAsync(query.ServiceUserId, null, cancellationToken);
        return Place.Page(
            snapshots.ConvertAll(snapshot => new SnapshotRow(
                snapshot.Id, words.NameOf(snapshot.NameSealed), snapshot.Moment, snapshot.NamedAt, snapshot.AuthorId, snapshot.Setting)),
            query.Limit,
            row => new Place(row.Moment, row.Id));
    }
}
