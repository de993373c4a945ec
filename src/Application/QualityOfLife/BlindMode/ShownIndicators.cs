using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife.Change;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife.BlindMode;

/// <summary>What was computed from a person's ratings, as the caller may see it: as it is kept, or, while blind mode is on, computed now from the answers that they may read.</summary>
public sealed class ShownIndicators(IQualityOfLifeDb db, IChangeStore store, ShownThemesReader themes, Caller caller, TimeProvider time)
{
    /// <summary>What changed, by theme and perspective.</summary>
    public async Task<IReadOnlyList<ThemeIndicator>> ThemesAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await ShownAsync(serviceUserId, db.ThemeIndicators.Where(kept => kept.ServiceUserId == serviceUserId), computed => computed.Themes, cancellationToken);

    /// <summary>The spheres, by sphere and perspective.</summary>
    public async Task<IReadOnlyList<SphereIndicator>> SpheresAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await ShownAsync(serviceUserId, db.SphereIndicators.Where(kept => kept.ServiceUserId == serviceUserId), computed => computed.Spheres, cancellationToken);

    /// <summary>The gaps, by theme.</summary>
    public async Task<IReadOnlyList<GapIndicator>> GapsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await ShownAsync(serviceUserId, db.GapIndicators.Where(kept => kept.ServiceUserId == serviceUserId), computed => computed.Gaps, cancellationToken);

    /// <summary>The answers that the caller may read, by theme and perspective: what is computed for one reading is computed from these.</summary>
    public Task<IReadOnlyList<ThemeFacts>> FactsAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken) =>
        store.ReadShownAsync(serviceUserId, theme, RatingReader.Of(caller), cancellationToken);

    private async Task<IReadOnlyList<T>> ShownAsync<T>(Guid serviceUserId, IQueryable<T> kept, Func<PersonIndicators, IReadOnlyList<T>> part, CancellationToken cancellationToken)
        where T : class
    {
        // Whether blind mode is on, by its last choice, comes with the rows: nothing kept, nothing to hide.
        var rows = await kept.AsNoTracking()
            .Select(row => new
            {
                Row = row,
                Blind = db.BlindChoices.Where(choice => choice.ServiceUserId == EF.Property<Guid>(row, nameof(choice.ServiceUserId)))
                    .OrderByDescending(choice => choice.At).ThenByDescending(choice => choice.RecordedAt).ThenByDescending(choice => choice.Id).Select(choice => choice.IsOn).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 || !rows[0].Blind || RatingReader.Of(caller).SeesAll)
        {
            return rows.ConvertAll(row => row.Row);
        }

        var facts = new PersonFacts(serviceUserId, await FactsAsync(serviceUserId, null, cancellationToken));
        var shown = (await themes.OfAsync([serviceUserId], cancellationToken))[serviceUserId];
        return part(PersonIndicators.Compute(facts, shown, null, time.GetUtcNow()));
    }
}
