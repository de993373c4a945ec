using Barometre.Domain.QualityOfLife;
using FluentValidation;

namespace Barometre.Application.QualityOfLife.Readings;

/// <summary>A period, and how finely it is asked for.</summary>
internal interface IPeriod
{
    DateTimeOffset? From { get; }

    DateTimeOffset? To { get; }

    int? MaxPoints { get; }
}

internal sealed class PeriodValidator : AbstractValidator<IPeriod>
{
    // Beyond this a series is whole on any screen.
    private const int MostPoints = 10_000;

    public PeriodValidator()
    {
        RuleFor(query => query.MaxPoints).InclusiveBetween(Thinning.Fewest, MostPoints);
        RuleFor(query => query.To).GreaterThan(query => query.From).When(query => query.From is not null && query.To is not null);
    }
}
