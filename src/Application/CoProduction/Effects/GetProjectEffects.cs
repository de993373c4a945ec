using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>How a project's service is perceived, over the people who agreed to its statistics: what was released, never fewer than eleven people, never about one practitioner.</summary>
public sealed record GetProjectEffectsQuery(Guid ProjectId) : IQuery<ProjectEffects>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

/// <summary>A project's reading of perceived effects.</summary>
/// <param name="Fewest">Fewer people than this are never shown.</param>
/// <param name="Rules">How figures are made and held back, in plain words.</param>
public sealed record ProjectEffects(int Fewest, Wording Rules, IReadOnlyList<ProjectFamily> Families);

/// <summary>One family.</summary>
/// <param name="Releases">Latest first; none while too few people answered.</param>
/// <param name="Definition">What the figures say, in plain words.</param>
public sealed record ProjectFamily(EffectsFamily Family, IReadOnlyList<ProjectRelease> Releases, Wording Definition);

/// <summary>A reading, as it was released.</summary>
/// <param name="People">How many.</param>
/// <param name="Median">0 to 100, to the nearest five; for a change, 50 = same as before.</param>
/// <param name="Low">People at 40 or below (for a change: less well than before); null when hidden.</param>
/// <param name="Middle">People in between; null when hidden.</param>
/// <param name="High">People at 60 or above (for a change: better than before); null when hidden.</param>
/// <param name="ShareHigh">0 to 1; null when hidden.</param>
/// <param name="Method">The version of the definitions.</param>
public sealed record ProjectRelease(DateTimeOffset ReleasedAt, int People, int Median, int? Low, int? Middle, int? High, double? ShareHigh, string Method);

internal sealed class GetProjectEffectsHandler(IEffectsDb db) : IRequestHandler<GetProjectEffectsQuery, ProjectEffects>
{
    private static readonly Wording Rules = new(
        "Seules comptent les personnes qui ont dit oui aux statistiques du projet. Rien n’est montré de moins de onze personnes, ni ce qui permettrait de le déduire ; et deux lectures diffèrent toujours d’au moins onze personnes, sinon la précédente reste.",
        "Only people who said yes to the project’s statistics count. Nothing is shown of fewer than eleven people, nor what would give it away; and two readings always differ by eleven people at least, else the former one stays.");

    public async Task<ProjectEffects> Handle(GetProjectEffectsQuery query, CancellationToken cancellationToken)
    {
        var releases = (await db.Releases.AsNoTracking().Where(release => release.ProjectId == query.ProjectId)
            .OrderByDescending(release => release.ReleasedAt).ThenByDescending(release => release.Id).ToListAsync(cancellationToken)).ToLookup(release => release.Family);
        return new ProjectEffects(
            SmallCells.Fewest, Rules,
            [.. Enum.GetValues<EffectsFamily>().Select(family => new ProjectFamily(family, [.. releases[family].Select(Of)], EffectsPicture.Definition(family)))]);
    }

    private static ProjectRelease Of(EffectsRelease release) => new(
        release.ReleasedAt, release.People, release.Median, release.Low, release.Middle, release.High, release.High is { } high ? (double)high / release.People : null, release.Method);
}
