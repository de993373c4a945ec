using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>What changed on every rated theme, as last computed.</summary>
public sealed record GetChangesQuery(Guid ServiceUserId) : IQuery<ChangesOfPerson>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>What changed, theme by theme.</summary>
public sealed record ChangesOfPerson(IReadOnlyList<ChangeOfTheme> Themes)
{
    internal static async Task<ChangesOfPerson> ReadAsync(ShownIndicators indicators, Guid serviceUserId, CancellationToken cancellationToken)
    {
        var shown = await indicators.ThemesAsync(serviceUserId, cancellationToken);
        return new ChangesOfPerson([.. shown.OrderBy(change => change.Theme, StringComparer.Ordinal).GroupBy(change => change.Theme, StringComparer.Ordinal).Select(theme =>
            new ChangeOfTheme(theme.Key, [.. theme.OrderBy(change => change.Perspective).Select(change => ChangeView.Of(change))]))]);
    }
}

/// <summary>What changed on one theme, in each voice that has rated it.</summary>
/// <param name="Theme">The theme's code.</param>
public sealed record ChangeOfTheme(string Theme, IReadOnlyList<ChangeView> Voices);

internal sealed class GetChangesHandler(ShownIndicators indicators) : IRequestHandler<GetChangesQuery, ChangesOfPerson>
{
    public Task<ChangesOfPerson> Handle(GetChangesQuery query, CancellationToken cancellationToken) => ChangesOfPerson.ReadAsync(indicators, query.ServiceUserId, cancellationToken);
}
