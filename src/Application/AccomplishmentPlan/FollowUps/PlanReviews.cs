using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.AccomplishmentPlan.FollowUps;

/// <summary>Sends the plan's own command: access to the plan is decided for it, and is in the register.</summary>
public sealed class PlanReviews(IAccomplishmentPlanDb db, IMediator mediator, Caller caller) : IPlanReviews
{
    public async Task NoteAsync(HeldReview review, CancellationToken cancellationToken)
    {
        if (!caller.Grant!.Sees(Tab.Plan))
        {
            throw new Forbidden(SharedErrors.TabClosed);
        }

        if (!await db.Reviews.AnyAsync(one => one.ServiceUserId == review.ServiceUserId && one.Id == review.ReviewId, cancellationToken))
        {
            await mediator.Send(
                new NoteReviewCommand(
                    review.ServiceUserId, review.ReviewId, review.HeldOn, review.Members, review.Decided, review.NextOn, review.At, review.Setting, review.PresentMemberId), cancellationToken);
        }
    }
}
