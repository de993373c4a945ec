using Barometre.Application.Shared;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Strengths;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Strengths.Boards;

/// <summary>Something that happened to a strength: named, answered, said otherwise, set aside, taken up again.</summary>
/// <param name="Words">What it said from then on; null when that did not change.</param>
/// <param name="Reason">Why, if the person wanted to say.</param>
/// <param name="By">Who noted it; its time is the one that counts.</param>
/// <param name="RecordedAt">When the server received it.</param>
public sealed record StrengthChange(
    Guid FactId,
    Guid StrengthId,
    StrengthFactKind What,
    string? Words,
    StrengthKind? Kind,
    StrengthDomain? Domain,
    StrengthTime? Time,
    string? Suggestion,
    string? Theme,
    Guid? AlterId,
    string? Resource,
    string? Reason,
    StrengthVoice By,
    DateTimeOffset RecordedAt);

/// <summary>Pages of what happened to strengths, in order of arrival, newest first.</summary>
internal static class StrengthChanges
{
    public static async Task<Page<StrengthChange>> PageAsync(
        IQueryable<StrengthFact> facts, Guid serviceUserId, string? cursor, int limit, IRecordKeys keys, CancellationToken cancellationToken)
    {
        var after = Place.Of(cursor);
        var found = await facts
            .Where(fact => fact.RecordedAt <= after.At && (fact.RecordedAt < after.At || fact.Id < after.Id))
            .OrderByDescending(fact => fact.RecordedAt).ThenByDescending(fact => fact.Id)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return new Page<StrengthChange>([], null);
        }

        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return Place.Page(found.ConvertAll(fact => Row(fact, key)), limit, row => new Place(row.RecordedAt, row.FactId));
    }

    /// <summary>The facts of the strengths that a reader may see.</summary>
    public static IQueryable<StrengthFact> Seen(IStrengthsDb db, Guid serviceUserId, Caller caller) =>
        StrengthRows.Of(db, serviceUserId).With(new VisibleStrengths(caller)).Join(
            db.Facts.AsNoTracking(),
            one => new { one.Strength.ServiceUserId, StrengthId = one.Strength.Id },
            fact => new { fact.ServiceUserId, fact.StrengthId },
            (_, fact) => fact);

    private static StrengthChange Row(StrengthFact fact, IRecordKey key) => new(
        fact.Id,
        fact.StrengthId,
        fact.Kind,
        key.OpenIfAny(StrengthColumns.Words, fact.WordsSealed),
        fact.StrengthKind,
        fact.Domain,
        fact.Time,
        fact.Suggestion,
        fact.Theme,
        fact.AlterId,
        key.OpenIfAny(StrengthColumns.Resource, fact.ResourceSealed),
        key.OpenIfAny(StrengthColumns.Reason, fact.ReasonSealed),
        new StrengthVoice(fact.Perspective, fact.Setting, fact.AuthorId, fact.At),
        fact.RecordedAt);
}
