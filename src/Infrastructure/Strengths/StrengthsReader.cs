using Barometre.Application.Shared;
using Barometre.Application.Strengths;
using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Standing = Barometre.Domain.Strengths.StrengthStanding;

namespace Barometre.Infrastructure.Strengths;

/// <summary>What other modules read of this one.</summary>
internal sealed class StrengthsReader(IStrengthsDb db, IRecordKeys keys, IStrengthCatalogues catalogues, DatabaseSession session) : IStrengthsReader
{
    // The pins come with every row: they are few, and one row of their own would be another shape.
    internal const string Glance = """
        SELECT s.id, s.standing, f.words_sealed, f.strength_kind, f.domain, f.time, f.perspective, s.changed_at,
               (SELECT a.pinned FROM strengths.arrangement_fact a WHERE a.service_user_id = $1 AND a.until IS NULL)
          FROM strengths.strength s
          JOIN strengths.strength_fact f ON f.service_user_id = $1 AND f.id = s.content_id
         WHERE s.service_user_id = $1 AND (s.standing IN ('kept', 'retired') OR $2 IS NULL OR s.named_by = $2)
         ORDER BY s.named_at, s.id
        """;

    public async Task<IReadOnlyList<KnownStrength>> StrengthsAsync(Guid serviceUserId, IReadOnlyCollection<Guid>? strengthIds, CancellationToken cancellationToken)
    {
        Guid[]? named = strengthIds is null ? null : [.. strengthIds];
        var found = await db.Strengths.AsNoTracking()
            .Where(strength => strength.ServiceUserId == serviceUserId && (named == null || named.Contains(strength.Id)))
            .Select(strength => new { strength.Id, strength.Standing, strength.NamedBy })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(strength => new KnownStrength(strength.Id, Of(strength.Standing), strength.NamedBy));
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
        return session.ReadAsync(statement, row => OverviewAsync(row, serviceUserId, cancellationToken), cancellationToken);
    }

    private async Task<StrengthsOverview> OverviewAsync(NpgsqlDataReader row, Guid serviceUserId, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        List<OverviewStrength> strengths = [];
        HashSet<Guid> kept = [];
        Guid[] pinned = [];
        while (await row.ReadAsync(cancellationToken))
        {
            var (id, standing) = (row.GetGuid(0), row.GetString(1));
            strengths.Add(new OverviewStrength(
                id, standing, key.Open(StrengthColumns.Words, row.GetFieldValue<byte[]>(2)), row.GetString(3), row.GetString(4), row.GetString(5),
                Words.Parse<Perspective>(row.GetString(6)), new DateTimeOffset(row.GetDateTime(7))));
            if (standing == Words.Of(Standing.Kept))
            {
                kept.Add(id);
            }

            pinned = row.IsDBNull(8) ? [] : row.GetFieldValue<Guid[]>(8);
        }

        return new StrengthsOverview(strengths, [.. pinned.Where(kept.Contains)]);
    }

    private static StrengthStanding Of(Standing standing) => standing switch
    {
        Standing.Proposed => StrengthStanding.Proposed,
        Standing.Kept => StrengthStanding.Kept,
        Standing.Declined => StrengthStanding.Declined,
        _ => StrengthStanding.Retired,
    };
}
