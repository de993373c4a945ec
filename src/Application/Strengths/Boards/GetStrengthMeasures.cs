using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Boards;

/// <summary>How many strengths the person has, by domain, time and nature, and which of their stars have none beside them.</summary>
/// <remarks>Counted when asked, not kept by a job: the count is the facts themselves, a few dozen rows of one person that the board reads anyway, with no history or
/// window of its own. A kept row could only ever be as right as this, or late.</remarks>
public sealed record GetStrengthMeasuresQuery(Guid ServiceUserId) : IQuery<StrengthMeasures>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Read);
}

/// <summary>Counts over the strengths that are the person's; what waits, was declined or set aside is not counted.</summary>
/// <param name="Method">How it was counted: the name and version of the method.</param>
/// <param name="N">Strengths counted.</param>
/// <param name="Counts">Of each domain, time and nature that has one.</param>
/// <param name="StarsWithoutStrength">The person's stars that no strength points to; null when that part of the record is not open to the reader.</param>
public sealed record StrengthMeasures(string Method, int N, IReadOnlyList<StrengthCount> Counts, IReadOnlyList<string>? StarsWithoutStrength)
{
    public const string Counting = "strengths.count.v1";
}

/// <summary>Strengths of one domain, time and nature.</summary>
/// <param name="Count">From 1; a cell without a strength is left out.</param>
public sealed record StrengthCount(StrengthDomain Domain, StrengthTime Time, StrengthNature Nature, int Count);

internal sealed class GetStrengthMeasuresHandler(IStrengthsDb db, IQualityOfLifeReader qualityOfLife, Caller caller) : IRequestHandler<GetStrengthMeasuresQuery, StrengthMeasures>
{
    public async Task<StrengthMeasures> Handle(GetStrengthMeasuresQuery query, CancellationToken cancellationToken)
    {
        var kept = await StrengthRows.Of(db, query.ServiceUserId).Where(one => one.Strength.Standing == StrengthStanding.Kept)
            .GroupBy(one => new { one.Content.Domain, one.Content.Time, one.Content.StrengthKind, one.Content.Theme })
            .Select(cell => new { cell.Key.Domain, cell.Key.Time, cell.Key.StrengthKind, cell.Key.Theme, Count = cell.Count() })
            .ToListAsync(cancellationToken);
        var stars = caller.Grant!.Sees(Tab.QualityOfLife) ? await qualityOfLife.StarsAsync(query.ServiceUserId, cancellationToken) : null;
        return new StrengthMeasures(
            StrengthMeasures.Counting,
            kept.Sum(cell => cell.Count),
            [.. kept.GroupBy(cell => (Domain: cell.Domain!.Value, Time: cell.Time!.Value, Nature: cell.StrengthKind!.Value.Nature()))
                .OrderBy(cell => cell.Key.Domain).ThenBy(cell => cell.Key.Time).ThenBy(cell => cell.Key.Nature)
                .Select(cell => new StrengthCount(cell.Key.Domain, cell.Key.Time, cell.Key.Nature, cell.Sum(part => part.Count)))],
            stars?.Select(star => star.Theme).Except(kept.Select(cell => cell.Theme).OfType<string>(), StringComparer.Ordinal).ToList());
    }
}
