using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>What changed on one theme, computed now; since a date that the person picks, or over everything; not found if nobody ever answered it.</summary>
public sealed record GetThemeChangeQuery(Guid ServiceUserId, string Theme, DateTimeOffset? Since) : IQuery<ChangeOfTheme>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

internal sealed class GetThemeChangeValidator : AbstractValidator<GetThemeChangeQuery>
{
    public GetThemeChangeValidator() => RuleFor(query => query.Theme).NotEmpty().MaximumLength(100);
}

internal sealed class GetThemeChangeHandler(ShownIndicators indicators, TimeProvider time) : IRequestHandler<GetThemeChangeQuery, ChangeOfTheme>
{
    public async Task<ChangeOfTheme> Handle(GetThemeChangeQuery query, CancellationToken cancellationToken)
    {
        var facts = await indicators.FactsAsync(query.ServiceUserId, query.Theme, cancellationToken);
        if (facts.Count == 0)
        {
            throw new NotFound();
        }

        var now = time.GetUtcNow();
        return new ChangeOfTheme(query.Theme, [.. facts
            .OrderBy(voice => voice.Perspective)
            .Select(voice => (Voice: voice, Change: ThemeChange.Compute(voice.Series(), null, query.Since)))
            .Where(voice => voice.Change.N > 0)
            .Select(voice => ChangeView.Of(ThemeIndicator.Of(query.ServiceUserId, voice.Voice, voice.Change, now), query.Since))]);
    }
}
