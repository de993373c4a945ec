using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
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
    internal static async Task<ChangesOfPerson> ReadAsync(IQualityOfLifeDb db, Guid serviceUserId, CancellationToken cancellationToken)
    {
        var kept = await db.ThemeIndicators.AsNoTracking().Where(change => change.ServiceUserId == serviceUserId).OrderBy(change => change.Theme).ToListAsync(cancellationToken);
        return new ChangesOfPerson([.. kept.GroupBy(change => change.Theme, StringComparer.Ordinal).Select(theme =>
            new ChangeOfTheme(theme.Key, [.. theme.OrderBy(change => change.Perspective).Select(change => ChangeView.Of(change))]))]);
    }
}

/// <summary>What changed on one theme, in each voice that has rated it.</summary>
/// <param name="Theme">The theme's code.</param>
public sealed record ChangeOfTheme(string Theme, IReadOnlyList<ChangeView> Voices);

internal sealed class GetChangesHandler(IQualityOfLifeDb db) : IRequestHandler<GetChangesQuery, ChangesOfPerson>
{
    public Task<ChangesOfPerson> Handle(GetChangesQuery query, CancellationToken cancellationToken) => ChangesOfPerson.ReadAsync(db, query.ServiceUserId, cancellationToken);
}
