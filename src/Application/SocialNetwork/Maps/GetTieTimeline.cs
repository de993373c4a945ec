using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>Everything that was noted of one alter and of the tie to it, of entries merged into it too, newest first, page by page.</summary>
public sealed record GetTieTimelineQuery(Guid ServiceUserId, Guid AlterId, string? Cursor, int Limit) : IQuery<Page<TimelineRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>A fact, whole; members that do not concern its kind are null.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="RecordedAt">When we received it.</param>
/// <param name="Imported">It came out of a file that the author imported: it is in that perspective by the file’s word alone.</param>
/// <param name="ClockAhead">The device's clock ran ahead: the fact counts from when we received it.</param>
public sealed record TimelineRow(
    Guid Id, NetworkFactKind Kind, Guid SubjectId, Guid? OtherId, DateTimeOffset At, DateTimeOffset RecordedAt, bool ClockAhead, Perspective Perspective, Setting Setting, Guid AuthorId, bool Imported,
    string? Name, AlterKind? AlterKind, LifeCircle? Circle, Guid? MemberId, int? Closeness, int? Quality, ContactFrequency? Frequency,
    IReadOnlyList<SupportKind>? Given, IReadOnlyList<SupportKind>? Received, string? Comment, int? Strength, double? Angle, double? Radius);

internal sealed class GetTieTimelineValidator : AbstractValidator<GetTieTimelineQuery>
{
    public GetTieTimelineValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class GetTieTimelineHandler(MapReader reader) : IRequestHandler<GetTieTimelineQuery, Page<TimelineRow>>
{
    public async Task<Page<TimelineRow>> Handle(GetTieTimelineQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var map = history.Latest();
        var root = map.RootOf(query.AlterId);
        var alter = map.Present.Concat(map.Left).FirstOrDefault(one => one.Id == root) ?? throw new NotFound();
        HashSet<Guid> entries = [alter.Id, .. alter.Merged];
        var after = Place.Of(query.Cursor);
        List<NetworkFact> facts =
        [
            .. history.Until(DateTimeOffset.MaxValue).Select(counted => counted.Fact)
                .Where(fact => !fact.IsOfSnapshot && (entries.Contains(fact.SubjectId) || fact.OtherId is { } other && entries.Contains(other)))
                .Where(fact => fact.At < after.At || fact.At == after.At && fact.Id.CompareTo(after.Id) < 0)
                .OrderByDescending(fact => fact.At).ThenByDescending(fact => fact.Id)
                .Take(query.Limit + 1),
        ];
        var words = await reader.WordsAsync(query.ServiceUserId, null, cancellationToken);
        return Place.Page(facts.ConvertAll(fact => Row(fact, words)), query.Limit, row => new Place(row.At, row.Id));
    }

    private static TimelineRow Row(NetworkFact fact, MapWords words) => new(
        fact.Id, fact.Kind, fact.SubjectId, fact.OtherId, fact.At, fact.RecordedAt, fact.DeviceAt > fact.At, fact.Perspective, fact.Setting, fact.AuthorId, fact.Imported,
        fact.NameSealed is null ? null : words.NameOf(fact.NameSealed), fact.AlterKind, fact.Circle, fact.MemberId, fact.Closeness, fact.Quality, fact.Frequency,
        fact.Given?.List(), fact.Received?.List(), words.CommentOf(fact.CommentSealed), fact.Strength, fact.Angle, fact.Radius);
}
