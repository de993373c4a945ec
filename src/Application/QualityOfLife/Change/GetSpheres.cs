using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>The spheres at a glance, and all of them together, as last computed.</summary>
public sealed record GetSpheresQuery(Guid ServiceUserId) : IQuery<SpheresOfPerson>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>The spheres at a glance.</summary>
public sealed record SpheresOfPerson(IReadOnlyList<SphereOfPerson> Spheres);

/// <summary>One sphere, in each voice.</summary>
/// <param name="Sphere">The sphere's code; <c>overall</c> for all of them.</param>
public sealed record SphereOfPerson(string Sphere, IReadOnlyList<SphereView> Voices);

/// <summary>The latest ratings of a sphere's themes; always read with how many were answered.</summary>
/// <param name="Perspective">Whose view: views stand side by side and are never averaged.</param>
/// <param name="Mean">Points, 0 to 100; null unless at least half of the shown themes are answered.</param>
/// <param name="Median">Points, 0 to 100; null unless at least half of the shown themes are answered.</param>
/// <param name="Answered">Themes whose latest answer is a rating.</param>
/// <param name="Shown">Themes asked about that concern the person.</param>
/// <param name="Method">The version of the definitions.</param>
public sealed record SphereView(Perspective Perspective, double? Mean, double? Median, int Answered, int Shown, string Method, DateTimeOffset ComputedAt);

internal sealed class GetSpheresHandler(ShownIndicators indicators) : IRequestHandler<GetSpheresQuery, SpheresOfPerson>
{
    public async Task<SpheresOfPerson> Handle(GetSpheresQuery query, CancellationToken cancellationToken)
    {
        var shown = (await indicators.SpheresAsync(query.ServiceUserId, cancellationToken)).OrderBy(sphere => sphere.Sphere, StringComparer.Ordinal);
        return new SpheresOfPerson([.. shown.GroupBy(sphere => sphere.Sphere, StringComparer.Ordinal).Select(sphere => new SphereOfPerson(sphere.Key, [.. sphere
            .OrderBy(one => one.Perspective)
            .Select(one => new SphereView(one.Perspective, one.Mean, one.Median, one.Answered, one.Shown, one.Method, one.ComputedAt))]))]);
    }
}
