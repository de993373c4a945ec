using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Goals;

/// <summary>A voice says where it sees a goal among its levels, in a review or apart; the others' views stay theirs. Sent again, one effect.</summary>
/// <param name="RatingId">Made by the device.</param>
/// <param name="Level">−2 to +2; 0 is as hoped.</param>
/// <param name="ReviewId">The review in which it is given.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record RateGoalCommand(
    Guid ServiceUserId, Guid GoalId, Guid RatingId, int Level, Guid? ReviewId, Perspective? Perspective, DateTimeOffset At, Setting Setting, Guid? PresentMemberId)
    : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Contribute);
}

internal sealed class RateGoalValidator : AbstractValidator<RateGoalCommand>
{
    public RateGoalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.RatingId).NotEmpty();
        RuleFor(command => command.Level).InclusiveBetween(LevelRating.Lowest, LevelRating.Highest);
    }
}

internal sealed class RateGoalHandler(IAccomplishmentPlanDb db, Caller caller, TimeProvider time) : IRequestHandler<RateGoalCommand, KeptFact>
{
    public async Task<KeptFact> Handle(RateGoalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.RatingId, command, command.Perspective);
        var goal = await db.HoldGoalAsync(command.ServiceUserId, command.GoalId, cancellationToken) ?? throw new NotFound();
        var known = await db.LevelRatings.FirstOrDefaultAsync(rating => rating.ServiceUserId == command.ServiceUserId && rating.Id == command.RatingId, cancellationToken);
        if (KeptFact.Again(known, noting, rating => rating.GoalId == command.GoalId && rating.Level == command.Level && rating.ReviewId == command.ReviewId) is { } same)
        {
            return same;
        }

        if (command.ReviewId is { } review && !await db.Reviews.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == review, cancellationToken))
        {
            throw new NotFound();
        }

        await db.LevelWordings.Where(levels => levels.ServiceUserId == command.ServiceUserId && levels.GoalId == command.GoalId).LoadAsync(cancellationToken);
        goal.Rate(noting, command.Level, command.ReviewId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(goal.Ratings.Single(rating => rating.Id == command.RatingId));
    }
}
