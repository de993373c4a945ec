using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Readings;

/// <summary>One theme's series, each voice apart.</summary>
/// <param name="From">Included; no beginning when null.</param>
/// <param name="To">Excluded; no end when null.</param>
/// <param name="MaxPoints">At most so many points per series; first, last and extremes always stay.</param>
public sealed record GetThemeSeriesQuery(Guid ServiceUserId, string Theme, DateTimeOffset? From, DateTimeOffset? To, int? MaxPoints) : IQuery<SeriesList>, IPeriod
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

internal sealed class GetThemeSeriesValidator : AbstractValidator<GetThemeSeriesQuery>
{
    public GetThemeSeriesValidator()
    {
        Include(new PeriodValidator());
        RuleFor(query => query.Theme).NotEmpty().MaximumLength(100);
    }
}

internal sealed class GetThemeSeriesHandler(IRatingReadings readings, Caller caller) : IRequestHandler<GetThemeSeriesQuery, SeriesList>
{
    public async Task<SeriesList> Handle(GetThemeSeriesQuery query, CancellationToken cancellationToken) =>
        SeriesList.Of(await readings.SeriesAsync(query.ServiceUserId, query.Theme, query.From, query.To, RatingReader.Of(caller), cancellationToken), query.MaxPoints);
}
