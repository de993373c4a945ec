using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.FollowUps;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.FollowUps;

/// <summary>The reviews of the plan, newest first, page by page.</summary>
public sealed record ListReviewsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<ReviewView>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>A review of the plan.</summary>
/// <param name="HeldOn">The day, where the person lives.</param>
/// <param name="Members">The members of the circle who were there, beside the person.</param>
/// <param name="NextOn">The day of the next one, if one was set.</param>
/// <param name="Ratings">Where each voice saw each goal in it; never merged.</param>
public sealed record ReviewView(
    Guid ReviewId, DateOnly HeldOn, IReadOnlyList<Guid> Members, string? Decided, DateOnly? NextOn, DateTimeOffset At, Guid AuthorId, Perspective Perspective, Setting Setting,
    IReadOnlyList<ReviewRating> Ratings);

/// <summary>Where a voice saw a goal in a review.</summary>
/// <param name="Level">−2 to +2; 0 is as hoped.</param>
public sealed record ReviewRating(Guid GoalId, Perspective Perspective, int Level, DateTimeOffset At);

internal sealed class ListReviewsValidator : AbstractValidator<ListReviewsQuery>
{
    public ListReviewsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListReviewsHandler(IAccomplishmentPlanDb db, IRecordKeys keys) : IRequestHandler<ListReviewsQuery, Page<ReviewView>>
{
    public async Task<Page<ReviewView>> Handle(ListReviewsQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.ServiceUserId == query.ServiceUserId)
            .Where(review => review.At <= after.At && (review.At < after.At || review.Id < after.Id))
            .OrderByDescending(review => review.At).ThenByDescending(review => review.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var ids = reviews.ConvertAll(review => (Guid?)review.Id);
        var ratings = (await db.LevelRatings.AsNoTracking().Where(rating => rating.ServiceUserId == query.ServiceUserId && ids.Contains(rating.ReviewId))
            .OrderBy(rating => rating.At).ThenBy(rating => rating.Id).ToListAsync(cancellationToken)).ToLookup(rating => rating.ReviewId);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return Place.Page(reviews.ConvertAll(review => View(review, key, [.. ratings[review.Id]
            .Select(rating => new ReviewRating(rating.GoalId, rating.Perspective, rating.Level, rating.At))])), query.Limit, row => new Place(row.At, row.ReviewId));
    }

    private static ReviewView View(Review review, IRecordKey key, IReadOnlyList<ReviewRating> ratings) => new(
        review.Id, review.HeldOn, review.Members, key.OpenAny(PlanColumns.Decided, review.DecidedSealed), review.NextOn, review.At, review.AuthorId, review.Perspective, review.Setting, ratings);
}
