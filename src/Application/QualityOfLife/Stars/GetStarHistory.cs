using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Stars;

/// <summary>All the stars that ever were, newest first, page by page.</summary>
public sealed record GetStarHistoryQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<StarRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

internal sealed class GetStarHistoryValidator : AbstractValidator<GetStarHistoryQuery>
{
    public GetStarHistoryValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class GetStarHistoryHandler(IQualityOfLifeDb db) : IRequestHandler<GetStarHistoryQuery, Page<StarRow>>
{
    public async Task<Page<StarRow>> Handle(GetStarHistoryQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var stars = await db.Stars.AsNoTracking()
            .Where(star => star.ServiceUserId == query.ServiceUserId)
            .Where(star => star.PlacedAt <= after.At && (star.PlacedAt < after.At || star.Id < after.Id))
            .OrderByDescending(star => star.PlacedAt).ThenByDescending(star => star.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        return Place.Page(stars.ConvertAll(StarRow.Of), query.Limit, row => new Place(row.PlacedAt, row.Id));
    }
}
