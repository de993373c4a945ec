using Barometre.Application.Participation.Contracts;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Domain.QualityOfLife.Change;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Which themes people are asked about: the newest instrument as the projects they are in today show it.</summary>
public sealed class ShownThemesReader(IInstruments instruments, IQualityOfLifeDb db, IEnrolmentReader enrolments)
{
    /// <summary>Of each of these people; their rows must be open to the request.</summary>
    public async Task<IReadOnlyDictionary<Guid, ShownThemes>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(null, cancellationToken) ?? throw new InvalidOperationException("No instrument is published.");
        var stays = await enrolments.ProjectsOfAsync(people, cancellationToken);
        var projects = stays.Values.SelectMany(ids => ids).ToHashSet();
        var settings = await db.ProjectThemes.AsNoTracking().Where(themes => projects.Contains(themes.ProjectId)).ToDictionaryAsync(themes => themes.ProjectId, cancellationToken);

        // People of the same projects are shown the same: worked out once.
        Dictionary<string, ShownThemes> known = new(StringComparer.Ordinal);
        return people.ToDictionary(person => person, person =>
        {
            var ids = stays.GetValueOrDefault(person) ?? [];
            var key = string.Join(',', ids);
            return known.TryGetValue(key, out var shown) ? shown : known[key] = ShownThemes.Of(
                instrument, [.. ids.Select(id => settings.GetValueOrDefault(id) ?? Domain.QualityOfLife.ProjectThemes.For(id))]);
        });
    }
}
