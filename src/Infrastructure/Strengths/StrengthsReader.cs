using Barometre.Application.Shared;
using Barometre.Application.Strengths;
using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Standing = Barometre.Domain.Strengths.StrengthStanding;

namespace Barometre.Infrastructure.Strengths;

/// <summary>What other modules read of this one.</summary>
internal sealed class StrengthsReader(IStrengthsDb db, IRecordKeys keys, IStrengthCatalogues catalogues, DatabaseSession session) : IStrengthsReader
{
    private const string Glance = """
        SELECT count(*) FILTER (WHERE standing = 'kept')::int, count(*) FILTER (WHERE standing = 'proposed' AND ($2 IS NULL OR named_by = $2))::int,
               count(*) FILTER (WHERE standing = 'retired')::int,
               (SELECT array_agg(pin.id ORDER BY pin.place) FROM strengths.arrangement_fact AS a, unnest(a.pinned) WITH ORDINALITY AS pin (id, place)
                  JOIN strengths.strength AS kept ON kept.service_user_id = $1 AND kept.id = pin.id AND kept.standing = 'kept'
                 WHERE a.service_user_id = $1 AND a.until IS NULL),
               array_agg(changed_at) FILTER (WHERE standing IN ('kept', 'retired') OR $2 IS NULL OR named_by = $2)
          FROM strengths.strength WHERE service_user_id = $1
        """;

    public async Task<IReadOnlyList<KnownStrength>> StrengthsAsync(Guid serviceUserId, IReadOnlyCollection<Guid>? strengthIds, CancellationToken cancellationToken)
    {
        Guid[]? named = strengthIds is null ? null : [.. strengthIds];
        var found = await db.Strengths.AsNoTracking()
            .Where(strength => strength.ServiceUserId == serviceUserId && (named == null || named.Contains(strength.Id)))
            .Select(strength => new { strength.Id, strength.Standing })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(strength => new KnownStrength(strength.Id, Of(strength.Standing)));
    }

    public async Task<IReadOnlyList<StrengthInWords>> BoardNowAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var kept = await StrengthRows.Of(db, serviceUserId).Where(one => one.Strength.Standing == Standing.Kept).ToListAsync(cancellationToken);
        if (kept.Count == 0)
        {
            return [];
        }

        var arrangement = await db.Arrangements.AsNoTracking().Include(one => one.Facts.Where(fact => fact.Until == null))
            .FirstOrDefaultAsync(one => one.ServiceUserId == serviceUserId, cancellationToken);
        var domains = (await catalogues.FindAsync(null, cancellationToken))!.Domains.ToDictionary(domain => domain.Code, domain => domain.Name);
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        var order = Ordering.Of(arrangement);
        return [.. order.Sort(kept).Select(one => new StrengthInWords(
            one.Strength.Id,
            key.Open(StrengthColumns.Words, one.Content.WordsSealed!),
            Words.Of(one.Content.Domain!.Value),
            domains[one.Content.Domain.Value].Fr,
            domains[one.Content.Domain.Value].En,
            Words.Of(one.Content.Time!.Value),
            order.Pins.Contains(one.Strength.Id),
            one.Content.Perspective,
            one.Content.Setting,
            one.Content.Theme,
            one.Content.AlterId,
            key.OpenIfAny(StrengthColumns.Resource, one.Content.ResourceSealed)))];
    }

    public Task<StrengthsOverview> OverviewAsync(Guid serviceUserId, Guid? reader, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand(Glance)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId }, new NpgsqlParameter<Guid?> { TypedValue = reader } },
        };
        return session.ReadAsync(statement, async row =>
        {
            await row.ReadAsync(cancellationToken);
            return new StrengthsOverview(
                row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.IsDBNull(3) ? [] : row.GetFieldValue<Guid[]>(3), row.IsDBNull(4) ? [] : row.GetFieldValue<DateTimeOffset[]>(4));
        }, cancellationToken);
    }

    private static StrengthStanding Of(Standing standing) => standing switch
    {
        Standing.Proposed => StrengthStanding.Proposed,
        Standing.Kept => StrengthStanding.Kept,
        Standing.Declined => StrengthStanding.Declined,
        _ => StrengthStanding.Retired,
    };
}
