using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Where the person's and the practitioner's voices differ, and who moved towards whom, as last computed.</summary>
public sealed record GetGapsQuery(Guid ServiceUserId) : IQuery<GapsOfPerson>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>The gaps, theme by theme.</summary>
public sealed record GapsOfPerson(IReadOnlyList<GapOfTheme> Themes);

/// <summary>The distance between two voices on one theme; neither is the right one.</summary>
/// <param name="Theme">The theme's code.</param>
/// <param name="Person">The person's latest rating.</param>
/// <param name="Practitioner">The practitioner's latest rating.</param>
/// <param name="Gap">Practitioner minus person, in points; null if the two ratings lie more than 30 days apart.</param>
/// <param name="Trend">How the gap moves; null below two gaps.</param>
/// <param name="Sdc">What a gap must narrow by to be called narrower, in points.</param>
/// <param name="Inflexions">Each time the gap narrowed, and each side's share in it; earliest first.</param>
/// <param name="Method">The version of the definitions.</param>
public sealed record GapOfTheme(
    string Theme, RatedAt Person, RatedAt Practitioner, int? Gap, GapTrend? Trend, double Sdc, IReadOnlyList<GapNarrowing> Inflexions, string Method, DateTimeOffset ComputedAt);

/// <summary>How a gap moves over time.</summary>
/// <param name="N">How many gaps, one each time either spoke.</param>
/// <param name="SlopePer30Days">Theil–Sen, points per 30 days.</param>
/// <param name="SlopeLow">Lower end of the slope's 95 % interval.</param>
/// <param name="SlopeHigh">Upper end of the slope's 95 % interval.</param>
/// <param name="S">Mann–Kendall: pairs that rise minus pairs that fall.</param>
/// <param name="TauB">Kendall's tau-b, −1 to 1.</param>
/// <param name="P">0 to 1; optimistic, as each rating stands in several gaps.</param>
/// <param name="PMethod">How P was had.</param>
/// <param name="Autocorrelation">Of neighbouring residuals, −1 to 1.</param>
public sealed record GapTrend(
    int N, double SlopePer30Days, double? SlopeLow, double? SlopeHigh, long? S, double? TauB, double? P, PMethod? PMethod, double? Autocorrelation);

internal sealed class GetGapsHandler(ShownIndicators indicators) : IRequestHandler<GetGapsQuery, GapsOfPerson>
{
    public async Task<GapsOfPerson> Handle(GetGapsQuery query, CancellationToken cancellationToken)
    {
        var shown = (await indicators.GapsAsync(query.ServiceUserId, cancellationToken)).OrderBy(gap => gap.Theme, StringComparer.Ordinal);
        return new GapsOfPerson([.. shown.Select(Of)]);
    }

    private static GapOfTheme Of(GapIndicator gap) => new(
        gap.Theme,
        new RatedAt(gap.PersonValue, gap.PersonAt),
        new RatedAt(gap.PractitionerValue, gap.PractitionerAt),
        gap.Gap,
        gap.SlopePer30Days is { } slope ? new GapTrend(gap.N, slope, gap.SlopeLow, gap.SlopeHigh, gap.S, gap.TauB, gap.P, gap.PMethod, gap.Autocorrelation) : null,
        gap.Sdc,
        gap.Inflexions,
        gap.Method,
        gap.ComputedAt);
}
