using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
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

/// <summary>One theme's series, each voice apart.</summary>
/// <param name="From">Included; no beginning when null.</param>
/// <param name="To">Excluded; no end when null.</param>
/// <param name="MaxPoints">At most so many points per series; first, last and extremes always stay.</param>
public sealed record GetThemeSeriesQuery(Guid ServiceUserId, string Theme, DateTimeOffset? From, DateTimeOffset? To, int? MaxPoints) : IQuery<SeriesList>, IPeriod
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>Series, one per theme and perspective that has ratings.</summary>
public sealed record SeriesList(IReadOnlyList<ThemeSeries> Series);

/// <summary>A period, and how finely it is asked for.</summary>
internal interface IPeriod
{
    DateTimeOffset? From { get; }

    DateTimeOffset? To { get; }

    int? MaxPoints { get; }
}

internal abstract class PeriodValidator<TPeriod> : AbstractValidator<TPeriod>
    where TPeriod : IPeriod
{
    // Beyond this a series is whole on any screen.
    private const int MostPoints = 10_000;

    protected PeriodValidator()
    {
        RuleFor(query => query.MaxPoints).InclusiveBetween(Thinning.Fewest, MostPoints);
        RuleFor(query => query.To).GreaterThan(query => query.From).When(query => query.From is not null && query.To is not null);
    }
}

internal sealed class GetSeriesValidator : PeriodValidator<GetSeriesQuery>;

internal sealed class GetThemeSeriesValidator : PeriodValidator<GetThemeSeriesQuery>
{
    public GetThemeSeriesValidator() => RuleFor(query => query.Theme).NotEmpty().MaximumLength(100);
}

internal sealed class GetSeriesHandler(IRatingReadings readings) : IRequestHandler<GetSeriesQuery, SeriesList>, IRequestHandler<GetThemeSeriesQuery, SeriesList>
{
    public Task<SeriesList> Handle(GetSeriesQuery query, CancellationToken cancellationToken) => ReadAsync(query.ServiceUserId, null, query, cancellationToken);

    public Task<SeriesList> Handle(GetThemeSeriesQuery query, CancellationToken cancellationToken) => ReadAsync(query.ServiceUserId, query.Theme, query, cancellationToken);

    private async Task<SeriesList> ReadAsync(Guid serviceUserId, string? theme, IPeriod period, CancellationToken cancellationToken)
    {
        var series = await readings.SeriesAsync(serviceUserId, theme, period.From, period.To, cancellationToken);
        return new SeriesList(period.MaxPoints is { } most ? [.. series.Select(one => one.Thinned(most))] : series);
    }
}
