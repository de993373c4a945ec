using Barometre.Application.AccomplishmentPlan.Contracts;
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
/// <param name="Used">The strengths that agreed actions use; null when the plan is not open to the reader.</param>
/// <param name="Waiting">The strengths that wait to be used; null when the plan is not open to the reader.</param>
public sealed record StrengthMeasures(
    string Method, int N, IReadOnlyList<StrengthCount> Counts, IReadOnlyList<string>? StarsWithoutStrength, IReadOnlyList<StrengthInUse>? Used, IReadOnlyList<Guid>? Waiting)
{
    public const string Counting = "strengths.count.v1";
}

/// <summary>Strengths of one domain, time and nature.</summary>
/// <param name="Count">From 1; a cell without a strength is left out.</param>
public sealed record StrengthCount(StrengthDomain Domain, StrengthTime Time, StrengthNature Nature, int Count);

/// <summary>A strength that actions of the plan use.</summary>
/// <param name="OpenActions">Those that remain to be done.</param>
/// <param name="AllActions">Over or not.</param>
public sealed record StrengthInUse(Guid StrengthId, int OpenActions, int AllActions);

internal sealed class GetStrengthMeasuresHandler(IStrengthsDb db, IQualityOfLifeReader qualityOfLife, IPlanReader plan, Caller caller) : IRequestHandler<GetStrengthMeasuresQuery, StrengthMeasures>
{
    public async Task<StrengthMeasures> Handle(GetStrengthMeasuresQuery query, CancellationToken cancellationToken)
    {
        var kept = await StrengthRows.Of(db, query.ServiceUserId).Where(one => one.Strength.Standing == StrengthStanding.Kept)
            .Select(one => new { one.Strength.Id, one.Content.Domain, one.Content.Time, one.Content.StrengthKind, one.Content.Theme })
            .ToListAsync(cancellationToken);
        var stars = caller.Grant!.Sees(Tab.QualityOfLife) ? await qualityOfLife.StarsAsync(query.ServiceUserId, cancellationToken) : null;
        var uses = caller.Grant.Sees(Tab.Plan) ? await plan.StrengthUsesAsync(query.ServiceUserId, cancellationToken) : null;
        var used = uses?.Where(use => kept.Exists(one => one.Id == use.StrengthId)).Select(use => new StrengthInUse(use.StrengthId, use.OpenActions, use.AllActions)).ToList();
        return new StrengthMeasures(
            StrengthMeasures.Counting,
            kept.Count,
            [.. kept.GroupBy(one => (Domain: one.Domain!.Value, Time: one.Time!.Value, Nature: one.StrengthKind!.Value.Nature()))
                .OrderBy(cell => cell.Key.Domain).ThenBy(cell => cell.Key.Time).ThenBy(cell => cell.Key.Nature)
                .Select(cell => new StrengthCount(cell.Key.Domain, cell.Key.Time, cell.Key.Nature, cell.Count()))],
            stars?.Select(star => star.Theme).Except(kept.Select(one => one.Theme).OfType<string>(), StringComparer.Ordinal).ToList(),
            used,
            used is null ? null : [.. kept.Select(one => one.Id).Except(used.Select(use => use.StrengthId))]);
    }
}
