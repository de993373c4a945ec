using Barometre.Application.Shared;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Boards;

/// <summary>The person's strengths in their order: those that are theirs and those that wait for their yes; with all, also what was declined or set aside.</summary>
/// <remarks>What waits or was declined is shown to the person and to whoever proposed it.</remarks>
public sealed record GetStrengthBoardQuery(Guid ServiceUserId, bool All) : IQuery<StrengthBoard>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Read);
}

/// <summary>The board, by domain and time, in the person's order.</summary>
/// <param name="Version">Of the order and pins, from 1; 0 when the person never made any. The ETag.</param>
public sealed record StrengthBoard(int Version, IReadOnlyList<StrengthRow> Strengths) : IVersioned;

/// <summary>A strength as it stands.</summary>
/// <param name="Nature">Whether it is the person's own or around them.</param>
/// <param name="Pinned">One of those that the person is proudest of.</param>
/// <param name="Suggestion">The code of the suggestion that the words began from.</param>
/// <param name="Resource">The community resource that it points to, in free text.</param>
/// <param name="Named">Who named or proposed it.</param>
/// <param name="Said">Whose words these are; the person's own once they amended a proposal.</param>
/// <param name="ChangedAt">When the server received the latest change.</param>
public sealed record StrengthRow(
    Guid Id,
    string Words,
    StrengthKind Kind,
    StrengthNature Nature,
    StrengthDomain Domain,
    StrengthTime Time,
    StrengthStanding Standing,
    bool Pinned,
    string? Suggestion,
    StrengthThemeLink? Theme,
    StrengthAlterLink? Alter,
    string? Resource,
    StrengthVoice Named,
    StrengthVoice Said,
    DateTimeOffset ChangedAt);

/// <summary>Who noted something, in whose view, alone or together, and when.</summary>
/// <param name="AuthorId">The account that held the device.</param>
public sealed record StrengthVoice(Perspective Perspective, Setting Setting, Guid AuthorId, DateTimeOffset At);

/// <summary>A theme that a strength points to.</summary>
public sealed record StrengthThemeLink(string Code, LinkState State);

/// <summary>Somebody on the person's map that a strength points to.</summary>
public sealed record StrengthAlterLink(Guid AlterId, LinkState State);

internal sealed class GetStrengthBoardHandler(IStrengthsDb db, IRecordKeys keys, LinkBook links, Caller caller) : IRequestHandler<GetStrengthBoardQuery, StrengthBoard>
{
    public async Task<StrengthBoard> Handle(GetStrengthBoardQuery query, CancellationToken cancellationToken)
    {
        var arrangement = await db.Arrangements.AsNoTracking().Include(one => one.Facts.Where(fact => fact.Until == null))
            .FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId, cancellationToken);
        var found = await StrengthRows.Of(db, query.ServiceUserId)
            .With(new VisibleStrengths(caller))
            .Where(one => query.All || one.Strength.Standing == StrengthStanding.Kept || one.Strength.Standing == StrengthStanding.Proposed)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return new StrengthBoard(arrangement?.Version ?? 0, []);
        }

        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        var themes = await links.ThemesAsync(query.ServiceUserId, [.. found.Select(one => one.Content.Theme).OfType<string>().Distinct()], cancellationToken);
        var alters = await links.AltersAsync(query.ServiceUserId, [.. found.Select(one => one.Content.AlterId).OfType<Guid>().Distinct()], cancellationToken);
        var order = Ordering.Of(arrangement);
        return new StrengthBoard(
            arrangement?.Version ?? 0,
            [.. order.Sort(found).Select(one => Row(one, key, themes, alters, order.Pins.Contains(one.Strength.Id)))]);
    }

    private static StrengthRow Row(StrengthNow one, IRecordKey key, Func<string, LinkState> themes, Func<Guid, LinkState> alters, bool pinned) => new(
        one.Strength.Id,
        key.Open(StrengthColumns.Words, one.Content.WordsSealed!),
        one.Content.StrengthKind!.Value,
        one.Content.StrengthKind.Value.Nature(),
        one.Content.Domain!.Value,
        one.Content.Time!.Value,
        one.Strength.Standing,
        pinned,
        one.Content.Suggestion,
        one.Content.Theme is { } theme ? new StrengthThemeLink(theme, themes(theme)) : null,
        one.Content.AlterId is { } alter ? new StrengthAlterLink(alter, alters(alter)) : null,
        key.OpenIfAny(StrengthColumns.Resource, one.Content.ResourceSealed),
        new StrengthVoice(one.Strength.Perspective, one.Strength.Setting, one.Strength.NamedBy, one.Strength.NamedAt),
        new StrengthVoice(one.Content.Perspective, one.Content.Setting, one.Content.AuthorId, one.Content.At),
        one.Strength.ChangedAt);
}
