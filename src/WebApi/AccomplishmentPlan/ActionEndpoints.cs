using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>Actions: written, carried by somebody who said yes, done.</summary>
internal static class ActionEndpoints
{
    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/v1/service-users/{serviceUserId:guid}/plan/goals/{goalId:guid}/actions/{actionId:guid}", WriteAction).WithName(nameof(WriteAction)).WithTags("Actions")
            .WithSummary("Writes an action under a goal and asks somebody to carry it if somebody is named; one that somebody else writes alone is a proposal.");
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/plan/actions/{actionId:guid}").WithTags("Actions");
        group.MapPut("wordings/{wordingId:guid}", RewordAction).WithName(nameof(RewordAction)).WithSummary("Gives an action new words, dates or another first step.");
        group.MapPut("steps/{stepId:guid}", StepAction).WithName(nameof(StepAction))
            .WithSummary("Says where an action stands: for the person, and for whoever carries it; a proposal is the person’s to answer.");
        group.MapPut("askings/{turnId:guid}", AskCarrier).WithName(nameof(AskCarrier))
            .WithSummary("Asks somebody to carry an action; what the person takes on is theirs at once, and so is what a member takes on themself.");
        group.MapPut("answers/{turnId:guid}", AnswerAsking).WithName(nameof(AnswerAsking)).WithSummary("Says yes or no to carrying an action.");
        group.MapPut("givings-back/{turnId:guid}", GiveBackAction).WithName(nameof(GiveBackAction))
            .WithSummary("Gives an action back: whoever carries it may at any time, even when the plan is closed to them.");
        group.MapPut("marks/{markId:guid}", MarkOccurrence).WithName(nameof(MarkOccurrence)).WithSummary("Notes what became of an action on one of the days it comes back.");

        routes.MapGet("/api/v1/service-users/{serviceUserId:guid}/plan/carried-by-me", GetCarriedActions).WithName(nameof(GetCarriedActions)).WithTags("Actions")
            .WithSummary("Shows what the caller carries, or was asked to carry, in one person’s plan.");
        routes.MapGet("/api/v1/my-actions", ListMyActions).WithName(nameof(ListMyActions)).WithTags("Actions")
            .WithSummary("Lists every action that the caller carries, or was asked to carry, around other people; where the plan is closed to them, only that it is there.");
    }

    private static async Task<Ok<KeptAction>> WriteAction(
        Guid serviceUserId, Guid goalId, Guid actionId, WriteActionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new WriteActionCommand(serviceUserId, goalId, actionId, body.Action, body.Carrier, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> RewordAction(
        Guid serviceUserId, Guid actionId, Guid wordingId, RewordActionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new RewordActionCommand(serviceUserId, actionId, wordingId, body.Action, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptAction>> StepAction(
        Guid serviceUserId, Guid actionId, Guid stepId, StepActionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new StepActionCommand(serviceUserId, actionId, stepId, body.To, body.At, body.Setting, body.PresentMemberId, body.ReadAt), cancellationToken));

    private static async Task<Ok<KeptAction>> AskCarrier(
        Guid serviceUserId, Guid actionId, Guid turnId, AskCarrierBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AskCarrierCommand(serviceUserId, actionId, turnId, body.Carrier, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptAction>> AnswerAsking(
        Guid serviceUserId, Guid actionId, Guid turnId, AnswerAskingBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AnswerAskingCommand(serviceUserId, actionId, turnId, body.Accepted, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptFact>> GiveBackAction(
        Guid serviceUserId, Guid actionId, Guid turnId, GiveBackActionBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GiveBackActionCommand(serviceUserId, actionId, turnId, body.At), cancellationToken));

    private static async Task<Ok<KeptFact>> MarkOccurrence(
        Guid serviceUserId, Guid actionId, Guid markId, MarkOccurrenceBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new MarkOccurrenceCommand(serviceUserId, actionId, markId, body.Day, body.Outcome, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<IReadOnlyList<CarriedView>>> GetCarriedActions(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetCarriedActionsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<Page<MyAction>>> ListMyActions(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListMyActionsQuery(cursor, limit ?? 50), cancellationToken));
}

/// <summary>An action to write.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Carrier">Who is to carry it; nobody yet when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person writes together with somebody on their own device.</param>
internal sealed record WriteActionBody(ActionText Action, DateTimeOffset At, CarrierText? Carrier = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>All that an action says from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record RewordActionBody(ActionText Action, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Where an action stands from now on.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
/// <param name="ReadAt">The <c>at</c> of the plan that was on the screen: a yes is to the words that stood there, and is refused if somebody else wrote them otherwise since.</param>
internal sealed record StepActionBody(ActionState To, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null, DateTimeOffset? ReadAt = null);

/// <summary>Who is asked to carry an action.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record AskCarrierBody(CarrierText Carrier, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>Yes or no to carrying an action.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record AnswerAskingBody(bool Accepted, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>An action is given back.</summary>
/// <param name="At">What the device’s clock said.</param>
internal sealed record GiveBackActionBody(DateTimeOffset At);

/// <summary>What became of an action on a day.</summary>
/// <param name="Day">The day, where the person lives.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record MarkOccurrenceBody(DateOnly Day, OccurrenceOutcome Outcome, DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
