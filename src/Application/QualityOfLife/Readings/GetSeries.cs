using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Readings;

/// <summary>All the series of a person for a period, in one call.</summary>
/// <param name="From">Included; no beginning when null.</param>
/// <param name="To">Excluded; no end when null.</param>
/// <param name="MaxPoints">At most so many points per series; first, last and extremes always stay.</param>
public sealed record GetSeriesQuery(Guid ServiceUserId, DateTimeOffset? From, DateTimeOffset? To, int? MaxPoints) : IQuery<SeriesList>, IPeriod
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>Series, one per theme and perspective that has ratings.</summary>
public sealed record SeriesList(IReadOnlyList<ThemeSeries> Series)
{
    internal static SeriesList Of(IReadOnlyList<ThemeSeries> series, int? maxPoints) => new(maxPoints is { } most ? [.. series.Select(one => one.Thinned(most))] : series);
}

internal sealed class GetSeriesValidator : AbstractValidator<GetSeriesQuery>
{
    public GetSeriesValidator() => Include(new PeriodValidator());
}

internal sealed class GetSeriesHandler(IRatingReadings readings, Caller caller) : IRequestHandler<GetSeriesQuery, SeriesList>
{
    public async Task<SeriesList> Handle(GetSeriesQuery query, CancellationToken cancellationToken) =>
        SeriesList.Of(await readings.SeriesAsync(query.ServiceUserId, null, query.From, query.To, RatingReader.Of(caller), cancellationToken), query.MaxPoints);
}
