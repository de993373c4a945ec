using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Domain.CoProduction.Voices;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Voices;

/// <summary>Tells the stories of a person's gaps, from the ratings that the caller may see and what was said of them.</summary>
public sealed class GapStories(IQualityOfLifeReader life, ICoProductionDb db)
{
    /// <summary>The theme's story, and both voices; a theme that not both have rated is absent.</summary>
    public async Task<IReadOnlyList<ToldGap>> TellAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken)
    {
        var voices = await life.TwoVoicesAsync(serviceUserId, theme, cancellationToken);
        if (voices.Count == 0)
        {
            return [];
        }

        var said = (await db.GapSayings.AsNoTracking().Where(saying => saying.ServiceUserId == serviceUserId && (theme == null || saying.Theme == theme)).ToListAsync(cancellationToken))
            .ToLookup(saying => saying.Theme, StringComparer.Ordinal);
        return [.. voices.OrderBy(one => one.Theme, StringComparer.Ordinal).Select(one => new ToldGap(one, GapStory.Of(Pairs(one), one.Sdc, said[one.Theme])))];
    }

    private static List<GapPair> Pairs(TwoVoices voices) =>
        [.. voices.Stands.Select(stand => new GapPair(stand.Person, stand.PersonAt, stand.Practitioner, stand.PractitionerAt, stand.Comparable))];
}

/// <summary>Both voices on a theme, and the story of the gap between them.</summary>
public sealed record ToldGap(TwoVoices Voices, GapStory Story);
