using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Goals: written, proposed, decided.</summary>
internal static class GoalEndpoints
{
    public static void MapGoals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/plan/goals/{goalId:guid}").WithTags("Goals");
        group.MapPut("", WriteGoal).WithName(nameof(WriteGoal))
            .WithSummary("Writes a goal under an id of the device’s making; one that somebody else writes alone is a proposal and waits for the person’s yes.");
        group.MapPut("steps/{stepId:guid}", StepGoal).WithName(nameof(StepGoal))
            .WithSummary("Says where a goal stands: taken on, declined, under way, reached, set aside. The person’s to say, alone or with somebody beside them.");
    }

    private static async Task<Ok<WrittenGoal>> WriteGoal(Guid serviceUserId, Guid goalId, WriteGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteGoalCommand(serviceUserId, goalId, body.Goal, body.Adopted, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<WrittenGoal>> StepGoal(
        Guid serviceUserId, Guid goalId, Guid stepId, StepGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new StepGoalCommand(serviceUserId, goalId, stepId, body.To, body.Words, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>A goal to write.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Adopted">True to take it on at once: the person’s to say.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person writes together with somebody on their own device.</param>
internal sealed record WriteGoalBody(GoalText Goal, DateTimeOffset At, bool Adopted = false, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Where a goal stands from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Words">Why, if they want to say; at most 2,000 characters.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person decides together with somebody on their own device.</param>
internal sealed record StepGoalBody(GoalState To, DateTimeOffset At, string? Words = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
