using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Stars;

/// <summary>The person's stars now, in their order.</summary>
public sealed record GetStarsQuery(Guid ServiceUserId) : IQuery<StarList>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>Stars in their order.</summary>
/// <param name="Version">Counts the changes; 0 when no star was ever chosen. The ETag.</param>
public sealed record StarList(int Version, IReadOnlyList<StarRow> Stars) : IVersioned;

/// <summary>A theme at a place among the stars, for a time.</summary>
/// <param name="Position">1 = matters most, to 3.</param>
/// <param name="Since">Since when the theme is a star, at whatever place.</param>
/// <param name="PlacedAt">Since when it is at this place.</param>
/// <param name="Until">Null while it is there.</param>
/// <param name="ChosenBy">The account that placed it.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
public sealed record StarRow(
    Guid Id, string Theme, int Position, DateTimeOffset Since, DateTimeOffset PlacedAt, DateTimeOffset? Until, Setting Setting, Guid ChosenBy, Guid? PresentMemberId)
{
    internal static StarRow Of(Star star) =>
        new(star.Id, star.Theme, star.Position, star.Since, star.PlacedAt, star.Until, star.Setting, star.ChosenBy, star.PresentMemberId);
}

internal sealed class GetStarsHandler(IQualityOfLifeDb db) : IRequestHandler<GetStarsQuery, StarList>
{
    public async Task<StarList> Handle(GetStarsQuery query, CancellationToken cancellationToken)
    {
        var board = await db.StarBoards.AsNoTracking().Include(one => one.Stars.Where(star => star.Until == null))
            .FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId, cancellationToken);
        return board is null ? new StarList(0, []) : new StarList(board.Version, [.. board.Stars.OrderBy(star => star.Position).Select(StarRow.Of)]);
    }
}
