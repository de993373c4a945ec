using Barometre.Application.AccomplishmentPlan.FollowUps;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Goals: written, proposed, decided, followed.</summary>
internal static class GoalEndpoints
{
    public static void MapGoals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/plan/goals/{goalId:guid}").WithTags("Goals");
        group.MapPut("", WriteGoal).WithName(nameof(WriteGoal))
            .WithSummary("Writes a goal under an id of the device’s making; one that somebody else writes alone is a proposal and waits for the person’s yes.");
        group.MapPut("wordings/{wordingId:guid}", RewordGoal).WithName(nameof(RewordGoal))
            .WithSummary("Gives a goal new words, links or horizon; what it said before stays readable.");
        group.MapPut("steps/{stepId:guid}", StepGoal).WithName(nameof(StepGoal))
            .WithSummary("Says where a goal stands: taken on, declined, under way, reached, set aside. The person’s to say, alone or with somebody beside them.");
        group.MapPut("levels/{levelsId:guid}", WriteLevels).WithName(nameof(WriteLevels)).WithSummary("Writes a goal’s five levels in words, together, and what the goal weighs.");
        group.MapPut("ratings/{ratingId:guid}", RateGoal).WithName(nameof(RateGoal)).WithSummary("Says where one voice sees a goal among its levels; voices are never merged.");
        group.MapPut("follow-ups/{followUpId:guid}", WriteFollowUp).WithName(nameof(WriteFollowUp)).WithSummary("Notes how it goes with a goal or one of its actions.");
        group.MapGet("path", GetGoalPath).WithName(nameof(GetGoalPath)).WithSummary("Shows a goal’s path: its steps, its words, what was noted on the way, where each voice saw it.");
    }

    private static async Task<Ok<WrittenGoal>> WriteGoal(Guid serviceUserId, Guid goalId, WriteGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteGoalCommand(serviceUserId, goalId, body.Goal, body.Adopted, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> RewordGoal(
        Guid serviceUserId, Guid goalId, Guid wordingId, RewordGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new RewordGoalCommand(serviceUserId, goalId, wordingId, body.Goal, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<WrittenGoal>> StepGoal(
        Guid serviceUserId, Guid goalId, Guid stepId, StepGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new StepGoalCommand(serviceUserId, goalId, stepId, body.To, body.Words, body.At, body.Setting, body.PresentMemberId, body.ReadAt), cancellationToken));

    private static async Task<Ok<KeptFact>> WriteLevels(
        Guid serviceUserId, Guid goalId, Guid levelsId, WriteLevelsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteLevelsCommand(serviceUserId, goalId, levelsId, body.Levels, body.Weight, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> RateGoal(
        Guid serviceUserId, Guid goalId, Guid ratingId, RateGoalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new RateGoalCommand(serviceUserId, goalId, ratingId, body.Level, body.ReviewId, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> WriteFollowUp(
        Guid serviceUserId, Guid goalId, Guid followUpId, WriteFollowUpBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteFollowUpCommand(
                serviceUserId, goalId, followUpId, body.ActionId, body.Progress, body.Words, body.Perspective, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<GoalPath>> GetGoalPath(Guid serviceUserId, Guid goalId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetGoalPathQuery(serviceUserId, goalId), cancellationToken));
}

/// <summary>A goal to write.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Adopted">True to take it on at once: the person’s to say.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person writes together with somebody on their own device.</param>
internal sealed record WriteGoalBody(GoalText Goal, DateTimeOffset At, bool Adopted = false, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>All that a goal says from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record RewordGoalBody(GoalText Goal, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Where a goal stands from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Words">Why, if they want to say; at most 2,000 characters.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person decides together with somebody on their own device.</param>
/// <param name="ReadAt">The <c>at</c> of the plan that was on the screen: a yes is to the words that stood there, and is refused if somebody else wrote them otherwise since.</param>
internal sealed record StepGoalBody(
    GoalState To, DateTimeOffset At, string? Words = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null, DateTimeOffset? ReadAt = null);

/// <summary>The five levels of a goal, in words written together.</summary>
/// <param name="Levels">Five, from much less than hoped (−2) to much more than hoped (+2); at most 1,000 characters each.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Weight">How much the goal counts beside the others.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record WriteLevelsBody(IReadOnlyList<string> Levels, DateTimeOffset At, int Weight = 1, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Where one voice sees a goal among its levels.</summary>
/// <param name="Level">0 is as hoped.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="ReviewId">The review in which it is given; apart from any when not said.</param>
/// <param name="Perspective">Whose view it tells; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record RateGoalBody(
    int Level, DateTimeOffset At, Guid? ReviewId = null, Perspective? Perspective = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>How it goes: words, a progress, or both.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="ActionId">The action it is about; about the goal when not said.</param>
/// <param name="Progress">0 = nothing done, 100 = all of it, as that voice sees it.</param>
/// <param name="Words">At most 4,000 characters.</param>
/// <param name="Perspective">Whose view it tells; the caller’s own when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record WriteFollowUpBody(
    DateTimeOffset At, Guid? ActionId = null, int? Progress = null, string? Words = null, Perspective? Perspective = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
